package org.symbolon.crosswalk.internal.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The tables series, series_index and half. Thread-safe; connections come from the caller. */
final class HalfStore {
    /** What a series can be found by; the numbers are part of the format. */
    enum SeriesIndex {
        ACCESSION(1),
        STUDY(2),
        VISIT(3);

        private final int stored;

        SeriesIndex(int stored) {
            this.stored = stored;
        }
    }

    private static final int CACHED_SERIES = 256;

    private static final String SELECT_HALVES =
            "SELECT p.patient, p.pseudonym, p.wrapping_key, p.wrapped_key, s.series_index, s.sealed,"
                    + " h.object_index, h.original_index, h.sealed, h.half, h.form FROM half h JOIN series s USING (series)"
                    + " JOIN patient p USING (patient) ";

    private final SealedRecords sealedRecords;
    private final BlindIndexes indexes;
    private final PatientStore patients;
    private final HalfCodec codec;
    private final BoundedCache<ByteBuffer, SeriesState> durable = new BoundedCache<>(CACHED_SERIES);

    HalfStore(SealedRecords sealedRecords, BlindIndexes indexes, PatientStore patients) {
        this.sealedRecords = sealedRecords;
        this.indexes = indexes;
        this.patients = patients;
        this.codec = new HalfCodec(sealedRecords);
    }

    /** A series known to be on disk, from memory. */
    Optional<SeriesState> remembered(byte[] seriesIndex) {
        return Optional.ofNullable(durable.find(ByteBuffer.wrap(seriesIndex)));
    }

    /** To be called only when the series' row is durable. */
    void remember(SeriesState series) {
        durable.put(ByteBuffer.wrap(series.index()), series);
    }

    /** The series as it stands in the database, if it does. */
    Optional<SeriesState> series(Connection connection, PatientKey patient, byte[] seriesIndex) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT sealed FROM series WHERE series_index = ?")) {
            select.setBytes(1, seriesIndex);
            try (ResultSet result = select.executeQuery()) {
                return result.next()
                        ? Optional.of(SeriesState.open(sealedRecords, patient, seriesIndex, result.getBytes(1)))
                        : Optional.empty();
            }
        }
    }

    PreparedHalf prepare(IdentityHalf half, SeriesState series, byte[] body) {
        byte[] objectIndex = indexes.object(half.key());
        byte[] originalIndex = indexes.original(half.originalDigest());
        byte[] sealed = codec.seal(series, half, body, objectIndex, originalIndex);
        return new PreparedHalf(half, series, body, objectIndex, originalIndex, sealed);
    }

    /**
     * Stores a half, and its series with the first; what is there already stays as it is. Returns the series as stored: where
     * another half came first, the given one was sealed anew with that one's dictionary.
     */
    SeriesState insert(Connection connection, PreparedHalf prepared) throws SQLException {
        SeriesState wanted = prepared.series();
        long row = 0;
        SeriesState actual = wanted;
        try (PreparedStatement select =
                connection.prepareStatement("SELECT series, sealed FROM series WHERE series_index = ?")) {
            select.setBytes(1, wanted.index());
            try (ResultSet result = select.executeQuery()) {
                if (result.next()) {
                    row = result.getLong(1);
                    byte[] sealed = result.getBytes(2);
                    if (!Arrays.equals(sealed, wanted.sealed())) {
                        actual = SeriesState.open(sealedRecords, wanted.patient(), wanted.index(), sealed);
                    }
                }
            }
        }
        if (row == 0) {
            row = insertSeries(connection, wanted);
        }
        byte[] sealed = actual == wanted
                ? prepared.sealed()
                : prepare(prepared.half(), actual, prepared.body()).sealed();
        insertHalf(connection, row, prepared, sealed);
        insertIndexes(connection, row, prepared.half());
        return actual;
    }

    private static long insertSeries(Connection connection, SeriesState series) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO series (patient, series_index, sealed) VALUES (?, ?, ?) RETURNING series")) {
            insert.setLong(1, series.patient().row());
            insert.setBytes(2, series.index());
            insert.setBytes(3, series.sealed());
            try (ResultSet result = insert.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static void insertHalf(Connection connection, long series, PreparedHalf prepared, byte[] sealed)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO half (series, object_index, original_index, sealed, form) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")) {
            insert.setLong(1, series);
            insert.setBytes(2, prepared.objectIndex());
            insert.setBytes(3, prepared.originalIndex());
            insert.setBytes(4, sealed);
            insert.setInt(5, HalfCodec.FORM);
            insert.executeUpdate();
        }
    }

    private void insertIndexes(Connection connection, long series, IdentityHalf half) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO series_index (kind, value, series) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setLong(3, series);
            for (String accession : half.accessionNumbers()) {
                insertIndex(insert, SeriesIndex.ACCESSION, indexes.accession(accession));
            }
            for (String visit : half.visitNumbers()) {
                insertIndex(insert, SeriesIndex.VISIT, indexes.visit(visit));
            }
            if (!half.originalStudyUid().isEmpty()) {
                insertIndex(insert, SeriesIndex.STUDY, indexes.study(half.originalStudyUid()));
            }
        }
    }

    private static void insertIndex(PreparedStatement insert, SeriesIndex kind, byte[] value) throws SQLException {
        insert.setInt(1, kind.stored);
        insert.setBytes(2, value);
        insert.executeUpdate();
    }

    List<IdentityHalf> byObject(Connection connection, byte[] objectIndex) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT_HALVES + "WHERE h.object_index = ? ORDER BY h.half")) {
            select.setBytes(1, objectIndex);
            return halves(select).stream().map(StoredHalf::half).toList();
        }
    }

    /** All halves of the series that have such a value somewhere; the caller picks. */
    List<IdentityHalf> bySeriesIndex(Connection connection, SeriesIndex kind, byte[] value) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT_HALVES
                + "WHERE h.series IN (SELECT series FROM series_index WHERE kind = ? AND value = ?) ORDER BY h.half")) {
            select.setInt(1, kind.stored);
            select.setBytes(2, value);
            return halves(select).stream().map(StoredHalf::half).toList();
        }
    }

    /** The next halves after a row, in their order. */
    List<StoredHalf> page(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT_HALVES + "WHERE h.half > ? ORDER BY h.half LIMIT ?")) {
            select.setLong(1, after);
            select.setInt(2, limit);
            return halves(select);
        }
    }

    /** The next halves of one patient after a row, in their order. */
    List<StoredHalf> pageOfPatient(Connection connection, long patient, long after, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                SELECT_HALVES + "WHERE s.patient = ? AND h.half > ? ORDER BY h.half LIMIT ?")) {
            select.setLong(1, patient);
            select.setLong(2, after);
            select.setInt(3, limit);
            return halves(select);
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
                halves.add(new StoredHalf(row.getLong(10), open(row)));
            }
        }
        return halves;
    }

    private IdentityHalf open(ResultSet row) throws SQLException {
        PatientKey patient = patients.key(row);
        byte[] seriesIndex = row.getBytes(5);
        SeriesState series = durable.find(ByteBuffer.wrap(seriesIndex));
        if (series == null) {
            series = SeriesState.open(sealedRecords, patient, seriesIndex, row.getBytes(6));
            remember(series);
        }
        byte[] objectIndex = row.getBytes(7);
        byte[] originalIndex = row.getBytes(8);
        IdentityHalf half = codec.open(series, row.getInt(11), row.getBytes(9), objectIndex, originalIndex);
        boolean belongs = series.patient().row() == patient.row()
                && Arrays.equals(objectIndex, indexes.object(half.key()))
                && Arrays.equals(originalIndex, indexes.original(half.originalDigest()));
        if (!belongs) {
            throw new SymbolonException(
                    ErrorCode.HALVES_DO_NOT_MATCH, "An identity half stands in the place of another one's");
        }
        return half;
    }

    /** A half with its row number. */
    record StoredHalf(long row, IdentityHalf half) {}
}
