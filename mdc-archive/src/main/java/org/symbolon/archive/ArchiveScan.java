package org.symbolon.archive;

import java.io.IOException;
import java.io.InputStream;

/** Walks everything that the archive and its cluster hold, for leak scans, counts and proofs. Thread-safe; slow by nature. */
public interface ArchiveScan {

    /** Every file in HDFS, HBase's own files included, save those that HBase deletes meanwhile. */
    void forEachFile(FileVisitor visitor) throws IOException;

    /** Every cell of every table of the archive, all versions. */
    void forEachCell(CellVisitor visitor) throws IOException;

    /** Instance rows of all organisations, conflicting ones too. */
    long indexedInstances() throws IOException;

    /** Called once a file. */
    @FunctionalInterface
    interface FileVisitor {
        /** @param content closed by the scan */
        void file(String path, long length, InputStream content) throws IOException;
    }

    /** Called once a cell; the arrays are copies. */
    @FunctionalInterface
    interface CellVisitor {
        void cell(String table, byte[] row, byte[] family, byte[] qualifier, byte[] value) throws IOException;
    }
}
