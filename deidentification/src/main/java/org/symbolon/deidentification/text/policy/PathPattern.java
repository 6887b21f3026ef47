package org.symbolon.deidentification.text.policy;

import java.util.regex.Pattern;

/**
 * Paths that a rule of a profile means: {@code PID-5}, {@code OBX-5[ED]}, {@code Patient.address.city}, {@code
 * recordTarget/patientRole/addr}. A step is a name; {@code *} is one step, {@code **} any number. What stands inside is meant
 * too. Paths of XML may begin anywhere, those of FHIR at any resource.
 */
final class PathPattern {
    private static final int MAX_CHARACTERS = 500;
    private static final Pattern FORM = Pattern.compile("(/?[\\w.@*/()-]+?)(?:\\[(\\w+)])?");

    private final String written;
    private final Pattern path;
    private final String dataType;

    private PathPattern(String written, Pattern path, String dataType) {
        this.written = written;
        this.path = path;
        this.dataType = dataType;
    }

    /** @throws IllegalArgumentException where it is no path */
    static PathPattern parse(String text) {
        var form = FORM.matcher(text.strip());
        if (text.length() > MAX_CHARACTERS || !form.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' is no path of a field such as PID-5, OBX-5[ED], Patient.address or patientRole/addr");
        }
        StringBuilder expression = new StringBuilder("(?:.*[./])??");
        String path = form.group(1).startsWith("/") ? form.group(1).substring(1) : form.group(1);
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (path.startsWith("**", i)) {
                expression.append(".*");
                i++;
            } else if (c == '*') {
                expression.append("[^./-]*");
            } else {
                expression.append(Pattern.quote(String.valueOf(c)));
            }
        }
        String type = form.group(2);
        return new PathPattern(text.strip(), Pattern.compile(expression + "(?:[./-].*)?"), type == null ? "" : type);
    }

    boolean matches(String candidate, String type) {
        return isOfType(type) && path.matcher(candidate).matches();
    }

    private boolean isOfType(String type) {
        return dataType.isEmpty() || type.equals(dataType) || type.startsWith(dataType + ".");
    }

    /** Whether what is meant stands inside the piece at that path: a field of a segment. */
    boolean isInside(String piece) {
        return written.startsWith(piece)
                && written.length() > piece.length()
                && ".-/".indexOf(written.charAt(piece.length())) >= 0;
    }

    @Override
    public String toString() {
        return written;
    }
}
