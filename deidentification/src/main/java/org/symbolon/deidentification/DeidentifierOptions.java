package org.symbolon.deidentification;

import java.nio.file.Path;

/**
 * What a {@link Deidentifier} needs to know beside profile and keys.
 *
 * @param source the clinic or sender whose numbers the objects carry: one patient ID of two sources may mean two people
 * @param project UIDs are keyed by it, so that one study may live in two projects
 * @param temporaryFolder for the inflated form of deflated objects, which holds identity: not shared with others
 * @param maxIdentityHalfBytes most that may be removed from one object, held in memory; more is {@code LIMIT_EXCEEDED}
 * @param maxInflatedBytes most that a deflated data set may inflate to; more is {@code LIMIT_EXCEEDED}
 */
public record DeidentifierOptions(
        String source, String project, Path temporaryFolder, int maxIdentityHalfBytes, long maxInflatedBytes) {
    private static final int DEFAULT_MAX_IDENTITY_HALF_BYTES = 64 << 20;
    private static final long DEFAULT_MAX_INFLATED_BYTES = 8L << 30;

    /** One project (the empty name), the temporary folder of the JVM, 64 MiB and 8 GiB. */
    public static DeidentifierOptions of(String source) {
        return new DeidentifierOptions(
                source,
                "",
                Path.of(System.getProperty("java.io.tmpdir")),
                DEFAULT_MAX_IDENTITY_HALF_BYTES,
                DEFAULT_MAX_INFLATED_BYTES);
    }

    public DeidentifierOptions withProject(String name) {
        return new DeidentifierOptions(source, name, temporaryFolder, maxIdentityHalfBytes, maxInflatedBytes);
    }

    public DeidentifierOptions withTemporaryFolder(Path folder) {
        return new DeidentifierOptions(source, project, folder, maxIdentityHalfBytes, maxInflatedBytes);
    }

    public DeidentifierOptions withMaxIdentityHalfBytes(int bytes) {
        return new DeidentifierOptions(source, project, temporaryFolder, bytes, maxInflatedBytes);
    }
}
