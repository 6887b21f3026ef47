package org.symbolon.archive.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** A place that received files are written to. Thread-safe. */
public interface Destination extends Closeable {
    /** A new file under a temporary name. */
    Draft begin() throws IOException;

    /** One file being written, by one thread; ends with {@link #keep} or {@link #close}. */
    interface Draft extends Closeable {
        OutputStream stream();

        /**
         * Ends the file and gives it its name; it is on disk when this returns. A file of the same name and content is left
         * alone; one of other content stays, and the new one is named with its digest as well.
         *
         * @param sha256 of the whole file, lower-case hexadecimal
         */
        void keep(FileName name, String sha256) throws IOException;

        /** Removes what was not kept. */
        @Override
        void close() throws IOException;
    }

    /**
     * Both parts were checked to be harmless as names of files.
     *
     * @param folder Series Instance UID, or {@code hl7}; a local folder leaves it out
     * @param name SOP Instance UID, or document identifier
     */
    record FileName(String folder, String name) {}

    /** Digits of the digest in the name of a file that another object holds the name of. */
    int CONFLICT_DIGITS = 16;

    /** Reads the stream to its end and closes it. */
    static boolean hasContent(InputStream existing, String sha256) throws IOException {
        try (InputStream in = existing) {
            return Digest.sha256(in).equals(sha256);
        }
    }
}
