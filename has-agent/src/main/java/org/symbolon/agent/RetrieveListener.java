package org.symbolon.agent;

import java.nio.file.Path;

/** Told of the course of a retrieve command. Called by several threads, one at a time; must be quick. */
@FunctionalInterface
public interface RetrieveListener {
    RetrieveListener NONE = progress -> {};

    void progress(RetrieveProgress progress);

    /**
     * A file stands under its final name.
     *
     * @param originalSha256 which it was found to have, lower-case hexadecimal
     */
    default void restored(Path file, String originalSha256) {}
}
