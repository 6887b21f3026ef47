package org.symbolon.deidentification.text;

import org.symbolon.deidentification.cleaning.CleaningOptions;
import org.symbolon.deidentification.text.policy.RecordPolicy;
import org.symbolon.record.RecordOptions;

/**
 * What a {@link RecordDeidentifier} needs to know beside the keys.
 *
 * @param source the clinic or sender whose numbers the records carry, the same that its DICOM objects have; issuer of their
 *     accession and visit numbers
 * @param project UIDs and identifiers are keyed by it
 * @param reading limits of reading
 * @param policy what the profile says of records
 * @param cleaning what is looked for in texts beside the record's own values
 * @param maxIdentityHalfBytes most that may be removed from one record; more is {@code LIMIT_EXCEEDED}
 */
public record RecordDeidentifierOptions(
        String source,
        String project,
        RecordOptions reading,
        RecordPolicy policy,
        CleaningOptions cleaning,
        int maxIdentityHalfBytes) {
    private static final int DEFAULT_MAX_IDENTITY_HALF_BYTES = 64 << 20;

    /** One project (the empty name), the usual limits and rules, 64 MiB. */
    public static RecordDeidentifierOptions of(String source) {
        return new RecordDeidentifierOptions(
                source,
                "",
                RecordOptions.defaults(),
                RecordPolicy.defaults(),
                CleaningOptions.defaults(),
                DEFAULT_MAX_IDENTITY_HALF_BYTES);
    }

    public RecordDeidentifierOptions withProject(String name) {
        return new RecordDeidentifierOptions(source, name, reading, policy, cleaning, maxIdentityHalfBytes);
    }

    public RecordDeidentifierOptions withReading(RecordOptions limits) {
        return new RecordDeidentifierOptions(source, project, limits, policy, cleaning, maxIdentityHalfBytes);
    }

    public RecordDeidentifierOptions withPolicy(RecordPolicy rules) {
        return new RecordDeidentifierOptions(source, project, reading, rules, cleaning, maxIdentityHalfBytes);
    }

    public RecordDeidentifierOptions withCleaning(CleaningOptions options) {
        return new RecordDeidentifierOptions(source, project, reading, policy, options, maxIdentityHalfBytes);
    }

    public RecordDeidentifierOptions withMaxIdentityHalfBytes(int bytes) {
        return new RecordDeidentifierOptions(source, project, reading, policy, cleaning, bytes);
    }
}
