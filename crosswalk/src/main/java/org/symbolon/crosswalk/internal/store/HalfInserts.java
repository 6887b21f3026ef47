package org.symbolon.crosswalk.internal.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.symbolon.crosswalk.IdentityHalf;

/**
 * The statements of one batch of halves, prepared once for all of them; what is there already stays as it is. For one thread,
 * within one transaction.
 */
final class HalfInserts implements AutoCloseable {
    private static final String NEXT_HALF =
            "max(ifnull((SELECT max(half) FROM half), 0), ifnull((SELECT max(half) FROM packed), 0)) + 1";

    private final SeriesStore seriesStore;
    private final BlockStore blocks;
    private final HalfStore halves;
    private final Connection connection;
    private final PreparedStatement findSeries;
    private final PreparedStatement insertSeries;
    private final PreparedStatement insertHalf;
    private final PreparedStatement insertIndex;
    private final Map<ByteBuffer, StoredSeries> series = new HashMap<>();
    private final Set<Object> indexed = new HashSet<>();

    /** A series with its row number, and whether some of its halves are packed. */
    private record StoredSeries(long row, boolean hasBlocks, SeriesState state) {}

    private record IndexRow(long series, int kind, ByteBuffer value) {}

    HalfInserts(Connection connection, SeriesStore seriesStore, BlockStore blocks, HalfStore halves)
            throws SQLException {
        this.connection = connection;
        this.seriesStore = seriesStore;
        this.blocks = blocks;
        this.halves = halves;
        this.findSeries = connection.prepareStatement("SELECT series, sealed,"
                + " EXISTS (SELECT 1 FROM block b WHERE b.series = series.series) FROM series WHERE series_index = ?");
        this.insertSeries = connection.prepareStatement(
                "INSERT INTO series (patient, series_index, sealed) VALUES (?, ?, ?) RETURNING series");
        this.insertHalf = connection.prepareStatement(
                "INSERT INTO half (half, series, object_index, original_index, sealed, form) VALUES (" + NEXT_HALF
                        + ", ?, ?, ?, ?, ?) ON CONFLICT (object_index, original_index) DO NOTHING");
        this.insertIndex = connection.prepareStatement(
                "INSERT INTO series_index (kind, value, series) VALUES (?, ?, ?) ON CONFLICT DO NOTHING");
    }

    /**
     * Stores a half, and its series with the first. Returns the series as stored: where another half came first, the given
     * one was sealed anew with that one's dictionary.
     */
    SeriesState insert(PreparedHalf prepared) throws SQLException {
        StoredSeries stored = stored(prepared.series());
        if (stored.hasBlocks() && blocks.holds(connection, prepared.half())) {
            return stored.state();
        }
        byte[] sealed = stored.state() == prepared.series()
                ? prepared.sealed()
                : halves.prepare(prepared.half(), stored.state(), prepared.body())
                        .sealed();
        insertHalf.setLong(1, stored.row());
        insertHalf.setBytes(2, prepared.objectIndex());
        insertHalf.setBytes(3, prepared.originalIndex());
        insertHalf.setBytes(4, sealed);
        insertHalf.setInt(5, HalfCodec.FORM);
        insertHalf.executeUpdate();
        insertIndexes(stored.row(), prepared.half());
        return stored.state();
    }

    private StoredSeries stored(SeriesState wanted) throws SQLException {
        ByteBuffer index = ByteBuffer.wrap(wanted.index());
        StoredSeries known = series.get(index);
        if (known != null) {
            return known;
        }
        StoredSeries stored = findOrInsert(wanted);
        series.put(index, stored);
        return stored;
    }

    private StoredSeries findOrInsert(SeriesState wanted) throws SQLException {
        findSeries.setBytes(1, wanted.index());
        try (ResultSet row = findSeries.executeQuery()) {
            if (row.next()) {
                return new StoredSeries(row.getLong(1), row.getBoolean(3), seriesStore.opened(wanted, row.getBytes(2)));
            }
        }
        insertSeries.setLong(1, wanted.patient().row());
        insertSeries.setBytes(2, wanted.index());
        insertSeries.setBytes(3, wanted.sealed());
        try (ResultSet row = insertSeries.executeQuery()) {
            row.next();
            return new StoredSeries(row.getLong(1), false, wanted);
        }
    }

    private void insertIndexes(long row, IdentityHalf half) throws SQLException {
        BlindIndexes indexes = seriesStore.indexes();
        for (String accession : half.accessionNumbers()) {
            insertIndex(row, SeriesStore.Index.ACCESSION, indexes.accession(accession));
        }
        for (String visit : half.visitNumbers()) {
            insertIndex(row, SeriesStore.Index.VISIT, indexes.visit(visit));
        }
        if (!half.originalStudyUid().isEmpty()) {
            insertIndex(row, SeriesStore.Index.STUDY, indexes.study(half.originalStudyUid()));
        }
    }

    private void insertIndex(long row, SeriesStore.Index kind, byte[] value) throws SQLException {
        if (indexed.add(new IndexRow(row, kind.stored(), ByteBuffer.wrap(value)))) {
            insertIndex.setInt(1, kind.stored());
            insertIndex.setBytes(2, value);
            insertIndex.setLong(3, row);
            insertIndex.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        try (PreparedStatement first = findSeries;
                PreparedStatement second = insertSeries;
                PreparedStatement third = insertHalf;
                PreparedStatement fourth = insertIndex) {
            // closing is all there is to do
        }
    }
}
