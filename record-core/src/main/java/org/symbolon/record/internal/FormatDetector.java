package org.symbolon.record.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.symbolon.record.RecordFormat;

/** Tells the format of a record by its first bytes. */
public final class FormatDetector {
    private static final int HEAD_BYTES = 64 << 10;
    private static final Pattern HL7_V2 = Pattern.compile("^(MSH|FHS|BHS)[^A-Za-z0-9\\s].*", Pattern.DOTALL);
    private static final Pattern XML_ROOT =
            Pattern.compile("<(?:([\\w.-]+):)?([\\w.-]+)((?:\\s[^>]*)?)/?>", Pattern.DOTALL);
    private static final String HL7_V3_NAMESPACE = "urn:hl7-org:v3";
    private static final String FHIR_NAMESPACE = "http://hl7.org/fhir";

    private static final byte[] RESOURCE_TYPE = "\"resourceType\"".getBytes(StandardCharsets.US_ASCII);

    private FormatDetector() {}

    /** Empty where it is none of the formats; a document type declaration makes XML unrecognisable on purpose. */
    public static Optional<RecordFormat> detect(byte[] bytes) {
        RecordFormat plain = plain(bytes);
        if (plain != null) {
            return Optional.of(plain);
        }
        String head = head(bytes);
        if (HL7_V2.matcher(head).matches()) {
            return Optional.of(RecordFormat.HL7_V2);
        }
        if (head.startsWith("{")) {
            return holds(bytes, RESOURCE_TYPE) ? Optional.of(RecordFormat.FHIR_JSON) : Optional.empty();
        }
        return head.startsWith("<") ? ofXml(head) : Optional.empty();
    }

    /** What tells itself without a look at the whole head; null for the rest. */
    private static @Nullable RecordFormat plain(byte[] bytes) {
        if (bytes.length > 3 && bytes[0] == 'M' && bytes[1] == 'S' && bytes[2] == 'H' && bytes[3] == '|') {
            return RecordFormat.HL7_V2;
        }
        boolean json = bytes.length > 0 && bytes[0] == '{' && holds(bytes, RESOURCE_TYPE);
        return json ? RecordFormat.FHIR_JSON : null;
    }

    private static boolean holds(byte[] bytes, byte[] wanted) {
        for (int i = 0; i + wanted.length <= bytes.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<RecordFormat> ofXml(String head) {
        int prologEnd = prologEnd(head);
        Matcher root = XML_ROOT.matcher(head);
        if (prologEnd < 0 || !root.region(prologEnd, head.length()).lookingAt()) {
            return Optional.empty();
        }
        String prefix = root.group(1);
        String declaration = prefix == null ? "xmlns" : "xmlns:" + prefix;
        Matcher namespace = Pattern.compile("\\s" + Pattern.quote(declaration) + "\\s*=\\s*[\"']([^\"']*)[\"']")
                .matcher(root.group(3));
        if (!namespace.find()) {
            return Optional.empty();
        }
        return switch (namespace.group(1)) {
            case HL7_V3_NAMESPACE ->
                Optional.of(root.group(2).equals("ClinicalDocument") ? RecordFormat.CDA : RecordFormat.HL7_V3);
            case FHIR_NAMESPACE -> Optional.of(RecordFormat.FHIR_XML);
            default -> Optional.empty();
        };
    }

    /** Behind the declaration, comments and processing instructions; -1 where one of them does not end. */
    private static int prologEnd(String head) {
        int at = 0;
        while (at < head.length()) {
            if (head.charAt(at) <= ' ') {
                at++;
                continue;
            }
            String mark = head.startsWith("<?", at) ? "?>" : head.startsWith("<!--", at) ? "-->" : "";
            if (mark.isEmpty()) {
                return at;
            }
            int end = head.indexOf(mark, at + (mark.equals("?>") ? 2 : 4));
            if (end < 0) {
                return -1;
            }
            at = end + mark.length();
        }
        return -1;
    }

    /** The first bytes as text, a byte order mark and white space before it left out. */
    private static String head(byte[] bytes) {
        int length = Math.min(bytes.length, HEAD_BYTES);
        String text;
        if (length >= 2 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF) {
            text = new String(bytes, 2, length - 2, StandardCharsets.UTF_16BE);
        } else if (length >= 2 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE) {
            text = new String(bytes, 2, length - 2, StandardCharsets.UTF_16LE);
        } else {
            text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
            if (text.startsWith("\u00EF\u00BB\u00BF")) {
                text = text.substring(3);
            }
        }
        return text.replaceFirst("^[\\s\\x0B]+", "");
    }
}
