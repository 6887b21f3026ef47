package org.symbolon.archive.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.hbase.TableName;
import org.apache.hadoop.hbase.client.ColumnFamilyDescriptor;
import org.apache.hadoop.hbase.client.ColumnFamilyDescriptorBuilder;
import org.apache.hadoop.hbase.client.Durability;
import org.apache.hadoop.hbase.client.TableDescriptor;
import org.apache.hadoop.hbase.client.TableDescriptorBuilder;
import org.apache.hadoop.hbase.io.encoding.DataBlockEncoding;
import org.symbolon.archive.DocumentRows;
import org.symbolon.model.OrganisationId;

/** The tables of the index (docs/format/archive.md). */
enum IndexTable {
    /** Accession number to its series and its documents. */
    ACCESSION_NUMBERS("accession_numbers", Key.PLAIN, "s", "h"),
    /** Series to its instances and its summary. */
    SERIES_INSTANCE_UIDS("series_instance_uids", Key.SALTED, "i", "m"),
    /** SOP Instance UID to the series it is in. */
    SOP_INSTANCE_UIDS("sop_instance_uids", Key.SALTED, "s"),
    /** Study to its series. */
    STUDIES("studies", Key.PLAIN, "s"),
    /** Patient to studies and documents. */
    PATIENTS("patients", Key.PLAIN, "s", "h"),
    /** Visit to documents. */
    VISITS("visits", Key.PLAIN, "h"),
    /** Document to what it says. */
    DOCUMENTS(DocumentRows.TABLE, Key.PLAIN, DocumentRows.DESCRIPTION_FAMILY, DocumentRows.VISIT_FAMILY);

    /** How the row key begins. */
    private enum Key {
        PLAIN,
        SALTED
    }

    private final String tableName;
    private final Key key;
    private final List<String> families;

    IndexTable(String tableName, Key key, String... families) {
        this.tableName = tableName;
        this.key = key;
        this.families = List.of(families);
    }

    TableName hbaseName() {
        return TableName.valueOf(tableName);
    }

    byte[] row(OrganisationId organisation, String identifier) {
        return key == Key.SALTED ? RowKeys.salted(organisation, identifier) : RowKeys.plain(organisation, identifier);
    }

    byte[][] splits(int regions) {
        return key == Key.SALTED ? RowKeys.splits(regions) : new byte[0][];
    }

    /** Families of the table, all of them. */
    List<ColumnFamilyDescriptor> families() {
        return families.stream().map(IndexTable::family).toList();
    }

    TableDescriptor descriptor() {
        TableDescriptorBuilder table =
                TableDescriptorBuilder.newBuilder(hbaseName()).setDurability(Durability.FSYNC_WAL);
        return table.setColumnFamilies(families()).build();
    }

    private static ColumnFamilyDescriptor family(String name) {
        return ColumnFamilyDescriptorBuilder.newBuilder(name.getBytes(StandardCharsets.US_ASCII))
                .setMaxVersions(1)
                .setDataBlockEncoding(DataBlockEncoding.FAST_DIFF)
                .build();
    }
}
