package org.symbolon.dicomtools.file.internal;

import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.io.Writer;

/** The standard output of a command as a writer that notices when nobody reads it any more. */
public final class PipeWriter extends Writer {
    private static final int BUFFER_CHARS = 1 << 14;

    private final PrintWriter target;

    private PipeWriter(PrintWriter target) {
        this.target = target;
    }

    /** Buffered; flush it at the end. Fails with {@link BrokenPipeException}. */
    public static Writer over(PrintWriter target) {
        return new BufferedWriter(new PipeWriter(target), BUFFER_CHARS);
    }

    @Override
    public void write(char[] text, int offset, int length) throws BrokenPipeException {
        target.write(text, offset, length);
        flush();
    }

    @Override
    public void flush() throws BrokenPipeException {
        if (target.checkError()) {
            throw new BrokenPipeException();
        }
    }

    /** Leaves the target open: it belongs to the command line. */
    @Override
    public void close() throws BrokenPipeException {
        flush();
    }
}
