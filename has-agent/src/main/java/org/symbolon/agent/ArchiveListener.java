package org.symbolon.agent;

import java.nio.file.Path;

/** Told of the course of an archive command. Called by several threads, one at a time; must be quick. */
@FunctionalInterface
public interface ArchiveListener {
    ArchiveListener NONE = progress -> {};

    void progress(ArchiveProgress progress);

    /**
     * Both halves of a file are durable.
     *
     * @param originalSha256 of the whole file, lower-case hexadecimal
     */
    default void archived(Path file, String originalSha256) {}
}
