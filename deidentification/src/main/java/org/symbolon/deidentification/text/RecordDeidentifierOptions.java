package org.symbolon.deidentification.text;

import org.symbolon.record.RecordOptions;

/**
 * What a {@link RecordDeidentifier} needs to know beside the keys.
 *
 * @param source the clinic or sender whose numbers the records carry, the same that its DICOM objects have; issuer of their
 *     accession and visit numbers
 * @param project UIDs and identifiers are keyed by it
 * @param reading limits of reading
 * @param maxIdentityHalfBytes most that may be removed from one record; more is {@code LIMIT_EXCEEDED}
 */
public record RecordDeidentifierOptions(
        String source, String project, RecordOptions reading, int maxIdentityHalfBytes) {
    private static final int DEFAULT_MAX_IDENTITY_HALF_BYTES = 64 << 20;

    /** One project (the empty name), the usual limits, 64 MiB. */
    public static RecordDeidentifierOptions of(String source) {
        return new RecordDeidentifierOptions(source, "", RecordOptions.defaults(), DEFAULT_MAX_IDENTITY_HALF_BYTES);
    }

    public RecordDeidentifierOptions withProject(String name) {
        return new RecordDeidentifierOptions(source, name, reading, maxIdentityHalfBytes);
    }

    public RecordDeidentifierOptions withReading(RecordOptions limits) {
        return new RecordDeidentifierOptions(source, project, limits, maxIdentityHalfBytes);
    }

    public RecordDeidentifierOptions withMaxIdentityHalfBytes(int bytes) {
        return new RecordDeidentifierOptions(source, project, reading, bytes);
    }
}
