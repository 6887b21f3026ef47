package org.symbolon.dicomtools.file.internal;

import java.nio.file.Path;

/**
 * A file to work on.
 *
 * @param relative its place below the folder that the command line names; its own name if it was named itself
 */
public record SourceFile(Path path, Path relative) {}
