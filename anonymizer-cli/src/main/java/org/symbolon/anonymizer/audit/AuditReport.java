package org.symbolon.anonymizer.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an audit found. It holds values of the audited files: whoever writes it out keeps it from others.
 *
 * @param files looked at
 * @param unread files that are neither DICOM nor textual records, with the code why
 * @param rows attributes, those that deserve a look first
 * @param removed what was taken out or changed; null where no crosswalk was given
 * @param limits in words, what was counted only
 */
record AuditReport(
        Instant made,
        long files,
        long images,
        long records,
        List<Unread> unread,
        List<Row> rows,
        @Nullable Removed removed,
        List<String> limits) {
    /** A file that could not be audited. */
    record Unread(String file, String code) {}

    /**
     * One attribute.
     *
     * @param changedIn in how many objects it was removed or changed; -1 where no crosswalk was given
     */
    record Row(Tally.Values values, Risk risk, long changedIn) {}

    /** An attribute that the originals had. */
    record Gone(String tag, String name, long objects) {}

    /**
     * From the identity halves.
     *
     * @param halves audited images whose half is there
     * @param values sought in all files
     */
    record Removed(long halves, List<Gone> attributes, int values, List<Residuals.Finding> residuals) {
        Removed {
            attributes = List.copyOf(attributes);
            residuals = List.copyOf(residuals);
        }

        long leaks() {
            return residuals.stream().filter(finding -> finding.ofPatient() > 0).count();
        }
    }

    AuditReport {
        unread = unread.stream().sorted(Comparator.comparing(Unread::file)).toList();
        rows = rows.stream()
                .sorted(Comparator.<Row>comparingInt(row -> -row.risk().score())
                        .thenComparing(row -> row.values().attribute().path())
                        .thenComparing(row -> row.values().attribute().type()))
                .toList();
        limits = List.copyOf(limits);
    }
}
