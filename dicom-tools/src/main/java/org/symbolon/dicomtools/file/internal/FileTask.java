package org.symbolon.dicomtools.file.internal;

import java.io.IOException;

/** What is done with each file. */
@FunctionalInterface
public interface FileTask {
    /** Takes one file; what is refused is thrown. Called by several threads at once where there are several. */
    void take(SourceFile file) throws IOException;
}
