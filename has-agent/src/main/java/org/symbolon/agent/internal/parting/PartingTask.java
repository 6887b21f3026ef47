package org.symbolon.agent.internal.parting;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.symbolon.crosswalk.ObjectKey;

/**
 * A file to be parted, and who wants to know what became of it. Exactly one of the three outcomes is reported, once, from a
 * thread of the pipeline; it must be quick and must not throw.
 */
public interface PartingTask {
    Path file();

    /** Row of the spool that goes when the outcome is durable; the file goes with it. Null: not ours to delete. */
    @Nullable
    Long receivedId();

    /** Where it came from, as the quarantine shows it; empty for the spool. */
    String origin();

    /**
     * Both halves are durable.
     *
     * @param key of the anonymous half
     */
    void parted(String originalSha256, ObjectKey key);

    /** The file, which looked to be of this kind, is in quarantine. */
    void rejected(FileKind kind, Rejection rejection);

    /** Nothing was done, for a reason that is not the file's; it may be tried again. */
    void postponed(FileKind kind, Rejection reason);
}
