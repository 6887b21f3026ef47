package org.symbolon.crosswalk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The table half: the halves that were not packed yet. Thread-safe; connections come from the caller. */
final class HalfStore {
    private static final String SELECT = "SELECT " + SeriesStore.COLUMNS
            + ", h.object_index, h.original_index, h.sealed, h.form, h.half FROM half h JOIN series s USING (series)"
            + " JOIN patient p USING (patient) ";

    private final SeriesStore series;
    private final BlindIndexes indexes;
    private final HalfCodec codec;

    HalfStore(SealedRecords sealedRecords, SeriesStore series, BlindIndexes indexes) {
        this.series = series;
        this.indexes = indexes;
        this.codec = new HalfCodec(sealedRecords);
    }

    PreparedHalf prepare(IdentityHalf half, SeriesState series, byte[] body) {
        byte[] objectIndex = indexes.object(half.key());
        byte[] originalIndex = indexes.original(half.originalDigest());
        byte[] sealed = codec.seal(series, half, body, objectIndex, originalIndex);
        return new PreparedHalf(half, series, body, objectIndex, originalIndex, sealed);
    }

    List<StoredHalf> byObject(Connection connection, byte[] objectIndex) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT + "WHERE h.object_index = ?")) {
            select.setBytes(1, objectIndex);
            return halves(select);
        }
    }

    /** All halves of the series that have such a value somewhere; the caller picks. */
    List<StoredHalf> bySeriesIndex(Connection connection, SeriesStore.Index kind, byte[] value) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                SELECT + "WHERE h.series IN (SELECT series FROM series_index WHERE kind = ? AND value = ?)")) {
            select.setInt(1, kind.stored());
            select.setBytes(2, value);
            return halves(select);
        }
    }

    /** The next halves after a number, in their order. */
    List<StoredHalf> page(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "WHERE h.half > ? ORDER BY h.half LIMIT ?")) {
            select.setLong(1, after);
            select.setInt(2, limit);
            return halves(select);
        }
    }

    /** The next halves of one patient after a number, in their order. */
    List<StoredHalf> pageOfPatient(Connection connection, long patient, long after, int limit) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "WHERE s.patient = ? AND h.half > ? ORDER BY h.half LIMIT ?")) {
            select.setLong(1, patient);
            select.setLong(2, after);
            select.setInt(3, limit);
            return halves(select);
        }
    }

    /** The halves of one series after a number, in their order, without those whose sealed record is longer. */
    Cursor ofSeries(Connection connection, long series, long after, int maxSealedBytes) throws SQLException {
        PreparedStatement select = connection.prepareStatement(
                SELECT + "WHERE h.series = ? AND h.half > ? AND length(h.sealed) <= ? ORDER BY h.half");
        try {
            select.setLong(1, series);
            select.setLong(2, after);
            select.setInt(3, maxSealedBytes);
            return new Cursor(select, select.executeQuery());
        } catch (SQLException e) {
            select.close();
            throw e;
        }
    }

    /** Opens one half after the other, so that only one is in memory. */
    final class Cursor implements AutoCloseable {
        private final PreparedStatement select;
        private final ResultSet row;

        private Cursor(PreparedStatement select, ResultSet row) {
            this.select = select;
            this.row = row;
        }

        boolean next() throws SQLException {
            return row.next();
        }

        StoredHalf current() throws SQLException {
            return new StoredHalf(row.getLong("half"), open(row));
        }

        @Override
        public void close() throws SQLException {
            try (PreparedStatement statement = select;
                    ResultSet result = row) {
                // closing is all there is to do
            }
        }
    }

    boolean knowsOriginal(Connection connection, byte[] originalIndex) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT 1 FROM half WHERE original_index = ? LIMIT 1")) {
            select.setBytes(1, originalIndex);
            try (ResultSet result = select.executeQuery()) {
                return result.next();
            }
        }
    }

    private List<StoredHalf> halves(PreparedStatement select) throws SQLException {
        List<StoredHalf> halves = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                halves.add(new StoredHalf(row.getLong("half"), open(row)));
            }
        }
        return halves;
    }

    private IdentityHalf open(ResultSet row) throws SQLException {
        byte[] objectIndex = row.getBytes("object_index");
        byte[] originalIndex = row.getBytes("original_index");
        IdentityHalf half =
                codec.open(series.open(row), row.getInt("form"), row.getBytes("sealed"), objectIndex, originalIndex);
        boolean belongs = Arrays.equals(objectIndex, indexes.object(half.key()))
                && Arrays.equals(originalIndex, indexes.original(half.originalDigest()));
        if (!belongs) {
            throw new SymbolonException(
                    ErrorCode.HALVES_DO_NOT_MATCH, "An identity half stands in the place of another one's");
        }
        return half;
    }
}
