package org.symbolon.archive.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.hbase.client.Result;
import org.apache.hadoop.hbase.client.ResultScanner;
import org.apache.hadoop.hbase.client.Scan;
import org.apache.hadoop.hbase.filter.FilterList;
import org.apache.hadoop.hbase.filter.FirstKeyOnlyFilter;
import org.apache.hadoop.hbase.filter.KeyOnlyFilter;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.OrganisationId;

/** Which organisations and studies there are, read from the row keys of {@code studies} alone. Thread-safe. */
public final class StudyList {
    private static final byte BEHIND_SEPARATOR = 1;

    private final InstanceIndex index;

    public StudyList(InstanceIndex index) {
        this.index = index;
    }

    /** Jumps from one organisation to the next: as many short reads as there are organisations. */
    public List<OrganisationId> organisations() throws IOException {
        List<OrganisationId> organisations = new ArrayList<>();
        byte[] from = new byte[0];
        while (true) {
            List<byte[]> first = rows(new Scan().withStartRow(from), 1);
            if (first.isEmpty()) {
                return organisations;
            }
            byte[] row = first.get(0);
            int separator = separator(row);
            organisations.add(new OrganisationId(new String(row, 0, separator, StandardCharsets.US_ASCII)));
            from = Arrays.copyOf(row, separator + 1);
            from[separator] = BEHIND_SEPARATOR;
        }
    }

    /** Study Instance UIDs behind one of them, ascending by their bytes. */
    public List<String> studies(OrganisationId organisation, @Nullable String after, int limit) throws IOException {
        byte[] from = RowKeys.plain(organisation, after == null ? "" : after);
        byte[] end = RowKeys.plain(organisation, "");
        end[end.length - 1] = BEHIND_SEPARATOR;
        Scan scan = new Scan().withStartRow(from, false).withStopRow(end);
        return rows(scan, limit).stream()
                .map(row ->
                        new String(row, separator(row) + 1, row.length - separator(row) - 1, StandardCharsets.UTF_8))
                .toList();
    }

    private List<byte[]> rows(Scan scan, int limit) throws IOException {
        scan.setFilter(new FilterList(new FirstKeyOnlyFilter(), new KeyOnlyFilter()))
                .setLimit(limit);
        List<byte[]> rows = new ArrayList<>();
        try (ResultScanner scanner = index.scan(IndexTable.STUDIES, scan)) {
            for (Result result : scanner) {
                rows.add(result.getRow());
            }
        }
        return rows;
    }

    private static int separator(byte[] row) {
        int separator = 0;
        while (row[separator] != 0) {
            separator++;
        }
        return separator;
    }
}
