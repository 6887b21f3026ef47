package org.symbolon.archive;

import org.apache.hadoop.hbase.client.Result;
import org.apache.hadoop.hbase.client.Scan;
import org.symbolon.archive.internal.DocumentCells;

/** The table of textual records, for those who read it by other ways than {@link RecordArchive}: MapReduce above all. */
public final class DocumentRows {
    /** Row key: organisation, a zero byte, document identifier (docs/format/archive.md). */
    public static final String TABLE = "documents";

    /** Where the bytes are, their length and digest; small. */
    public static final String DESCRIPTION_FAMILY = "d";

    /** What the record says: a {@link org.symbolon.model.visit.VisitRecord} in JSON. */
    public static final String VISIT_FAMILY = "v";

    private DocumentRows() {}

    /** Every row with all that {@link #read} needs; passes by the cache, as a scan of everything should. */
    public static Scan scan() {
        return new Scan().setCacheBlocks(false);
    }

    /** @throws org.symbolon.model.SymbolonException DAMAGED where it is no row that an archive wrote */
    public static DocumentRecord read(Result row) {
        return DocumentCells.read(row);
    }
}
