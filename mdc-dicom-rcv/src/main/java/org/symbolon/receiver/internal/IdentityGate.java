package org.symbolon.receiver.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Keeps the beginning of a data set in memory until the data set has said that it is de-identified, so that nothing else
 * ever reaches a disk; from then on bytes pass through. One thread.
 */
final class IdentityGate extends OutputStream {
    /** Patient Identity Removed (0012,0062) must stand this near to the beginning. */
    static final int MAX_HELD_BYTES = 8 * 1024 * 1024;

    private final Opening opening;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private @Nullable OutputStream archive;

    /** Begins to store; called at most once, when the object has proved to be de-identified. */
    @FunctionalInterface
    interface Opening {
        OutputStream begin() throws IOException;
    }

    IdentityGate(Opening opening) {
        this.opening = opening;
    }

    /** The data set is de-identified: what was held goes to the archive. Later calls do nothing. */
    void open() throws IOException {
        if (archive == null) {
            try {
                OutputStream begun = opening.begin();
                held.writeTo(begun);
                held.reset();
                archive = begun;
            } catch (IOException e) {
                throw new ArchiveWriteException(e);
            }
        }
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (archive == null) {
            if (held.size() + (long) length > MAX_HELD_BYTES) {
                throw notDeidentified();
            }
            held.write(bytes, offset, length);
            return;
        }
        try {
            archive.write(bytes, offset, length);
        } catch (IOException e) {
            throw new ArchiveWriteException(e);
        }
    }

    static SymbolonException notDeidentified() {
        return new SymbolonException(
                ErrorCode.NOT_DEIDENTIFIED, "Patient Identity Removed (0012,0062) is not YES (PS3.15 E.1.1)");
    }
}
