package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where anonymous files go, and which are there already. Thread-safe. */
public interface AnonymousFiles {
    /** What is known of a file before it is read. */
    interface Ticket {
        /** Whether nothing is left to do for it. */
        boolean isDone();

        long originalLength();
    }

    /** A file whose identity half is, or is about to be, on disk. */
    record Item(Path original, Ticket ticket, PartedFile parted) {}

    /** Where results may wait for their names; null if they may not. */
    @Nullable
    Path staging();

    /** Looks at a file that is to be done. */
    Ticket ticket(Path original) throws IOException;

    /** Writes the anonymous halves; the identity halves are on disk. */
    void write(List<Item> items) throws IOException;
}
