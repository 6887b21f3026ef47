package org.symbolon.anonymizer.audit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.symbolon.model.ByteStringScanner;

/** Looks in every audited file for what was taken out of the objects. Thread-safe. */
final class Residuals {
    /** More pairs of value and place than this are only counted. */
    static final int MAX_FINDINGS = 10_000;

    /** Files named for one finding. */
    static final int MAX_FILES = 5;

    private final List<SoughtValues.Sought> sought;
    private final Map<String, String> patientsByObject;
    private final ByteStringScanner scanner;
    private final Map<Key, Finding> findings =
            new TreeMap<>(Comparator.comparing(Key::place).thenComparing(Key::value));
    private long notKept;

    private record Key(String place, int value) {}

    /**
     * A value that should be gone, and where it stands.
     *
     * @param origin the attribute it was taken from
     * @param value the text around it in the first file
     * @param ofPatient how many of the files are about a patient it was taken from: these are leaks; in other patients' files a
     *     common word may stand by chance
     */
    record Finding(String place, String origin, String value, long files, long ofPatient, List<String> examples) {
        private Finding plus(String file, boolean own) {
            List<String> more = new ArrayList<>(examples);
            if (more.size() < MAX_FILES && !more.contains(file)) {
                more.add(file);
            }
            return new Finding(place, origin, value, files + 1, ofPatient + (own ? 1 : 0), List.copyOf(more));
        }
    }

    Residuals(SoughtValues values) {
        this.sought = values.sought();
        this.patientsByObject = values.patientsByObject();
        this.scanner = new ByteStringScanner(values.patterns());
    }

    /** A visitor for one file. */
    AuditFiles.Visitor scan(Path file) {
        return new Scan(file.toString());
    }

    private final class Scan implements AuditFiles.Visitor {
        private final String file;
        private String patient = "";

        private Scan(String file) {
            this.file = file;
        }

        @Override
        public void object(String sopInstanceUid, String patientId) {
            patient = patientsByObject.getOrDefault(sopInstanceUid, patientId);
            look("file name", file, file.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void head(byte[] bytes) {
            look("preamble and file meta group", "", bytes);
        }

        @Override
        public void value(Attribute attribute, String text, byte[] bytes) {
            look(attribute.path(), text, bytes);
        }

        private void look(String place, String text, byte[] bytes) {
            for (int index : scanner.scan(bytes)) {
                found(
                        new Key(place, index),
                        text,
                        file,
                        sought.get(index).patients().contains(patient));
            }
        }
    }

    private synchronized void found(Key key, String text, String file, boolean own) {
        Finding known = findings.get(key);
        if (known == null && findings.size() >= MAX_FINDINGS) {
            notKept++;
            return;
        }
        SoughtValues.Sought value = sought.get(key.value());
        String shown = Tally.cut(text.isEmpty() ? value.text() : text);
        Finding before = known == null ? new Finding(key.place(), value.origin(), shown, 0, 0, List.of()) : known;
        findings.put(key, before.plus(file, own));
    }

    /** Leaks first, then by the number of files. */
    synchronized List<Finding> findings() {
        return findings.values().stream()
                .sorted(Comparator.comparingLong(Finding::ofPatient)
                        .thenComparingLong(Finding::files)
                        .reversed()
                        .thenComparing(Finding::place))
                .toList();
    }

    synchronized long notKept() {
        return notKept;
    }

    int values() {
        return sought.size();
    }
}
