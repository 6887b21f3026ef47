package org.symbolon.dicomtools.file.internal;

import java.io.IOException;

/** Who was reading the output has gone ({@code | head}): the run ends without a word. */
public final class BrokenPipeException extends IOException {
    /** As a shell reports a program that SIGPIPE ended. */
    public static final int EXIT_CODE = 141;

    public BrokenPipeException() {
        super("Nobody reads the output");
    }
}
