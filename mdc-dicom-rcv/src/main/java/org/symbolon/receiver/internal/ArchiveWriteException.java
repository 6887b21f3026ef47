package org.symbolon.receiver.internal;

import java.io.IOException;

/** Writing to the archive failed, as opposed to reading from the sender: the sender may try again. */
final class ArchiveWriteException extends IOException {
    private static final long serialVersionUID = 1L;

    ArchiveWriteException(IOException cause) {
        super("Writing to the archive failed", cause);
    }
}
