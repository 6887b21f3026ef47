package org.symbolon.archive;

import java.util.regex.Pattern;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * How an archive uses its cluster.
 *
 * @param writer names this process among all that write to the cluster: its folder of temporary files, which its next start
 *     clears; 1 to 64 letters, digits, dots and hyphens
 * @param replication copies of each block in HDFS, and of HBase's files through the cluster's own default
 * @param regions into how many regions the salted tables are split when they are made
 */
public record ArchiveOptions(String writer, short replication, int regions) {
    private static final Pattern WRITER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");

    public ArchiveOptions {
        if (!WRITER.matcher(writer).matches() || replication < 1 || replication > 16 || regions < 1 || regions > 16) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION,
                    "A writer is 1 to 64 of A-Z a-z 0-9 . and -; replication and regions are from 1 to 16");
        }
    }

    /** One copy, one region: what the embedded cluster can give. */
    public static ArchiveOptions embedded() {
        return new ArchiveOptions("embedded", (short) 1, 1);
    }
}
