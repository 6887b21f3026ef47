package org.symbolon.crosswalk.internal.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The tables series and series_index, and the series used last. Thread-safe; connections come from the caller. */
final class SeriesStore {
    /** What a series can be found by; the numbers are part of the format. */
    enum Index {
        ACCESSION(1),
        STUDY(2),
        VISIT(3);

        private final int stored;

        Index(int stored) {
            this.stored = stored;
        }

        int stored() {
            return stored;
        }
    }

    /** The columns that {@link #open} needs; the tables are p and s. */
    static final String COLUMNS =
            "p.patient, p.pseudonym, p.wrapping_key, p.wrapped_key, s.series_index, s.sealed AS series_sealed, s.series";

    private static final int CACHED_SERIES = 256;

    private final SealedRecords sealedRecords;
    private final BlindIndexes indexes;
    private final PatientStore patients;
    private final BoundedCache<ByteBuffer, SeriesState> durable = new BoundedCache<>(CACHED_SERIES);

    SeriesStore(SealedRecords sealedRecords, BlindIndexes indexes, PatientStore patients) {
        this.sealedRecords = sealedRecords;
        this.indexes = indexes;
        this.patients = patients;
    }

    /** A series known to be on disk, from memory. */
    Optional<SeriesState> remembered(byte[] seriesIndex) {
        return Optional.ofNullable(durable.find(ByteBuffer.wrap(seriesIndex)));
    }

    /** To be called only when the series' row is durable. */
    void remember(SeriesState series) {
        durable.put(ByteBuffer.wrap(series.index()), series);
    }

    /** The series as it stands in the database; a new one, yet to be stored, if it does not. */
    SeriesState findOrBegin(Connection connection, IdentityHalf half, byte[] seriesIndex, byte[] body)
            throws SQLException {
        PatientKey patient = patients.key(connection, half.patientPseudonym())
                .orElseThrow(() -> new SymbolonException(
                        ErrorCode.NOT_FOUND, "The half's patient pseudonym is not one of this crosswalk"));
        try (PreparedStatement select =
                connection.prepareStatement("SELECT sealed FROM series WHERE series_index = ?")) {
            select.setBytes(1, seriesIndex);
            try (ResultSet result = select.executeQuery()) {
                return result.next()
                        ? SeriesState.open(sealedRecords, patient, seriesIndex, result.getBytes(1))
                        : SeriesState.create(sealedRecords, patient, seriesIndex, half.key(), body);
            }
        }
    }

    /** A row of the database that is to be the given series; where another half came first it has another dictionary. */
    SeriesState opened(SeriesState wanted, byte[] sealed) {
        return Arrays.equals(sealed, wanted.sealed())
                ? wanted
                : SeriesState.open(sealedRecords, wanted.patient(), wanted.index(), sealed);
    }

    /**
     * From a row with {@link #COLUMNS}.
     *
     * @throws SymbolonException {@code HALVES_DO_NOT_MATCH} where the series is not the patient's whom the row names
     */
    SeriesState open(ResultSet row) throws SQLException {
        PatientKey patient = patients.key(row);
        byte[] seriesIndex = row.getBytes("series_index");
        SeriesState series = durable.find(ByteBuffer.wrap(seriesIndex));
        if (series == null) {
            series = SeriesState.open(sealedRecords, patient, seriesIndex, row.getBytes("series_sealed"));
            remember(series);
        }
        if (series.patient().row() != patient.row()) {
            throw new SymbolonException(
                    ErrorCode.HALVES_DO_NOT_MATCH, "A series stands in the place of another patient's");
        }
        return series;
    }

    SeriesState byRow(Connection connection, long series) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM series s JOIN patient p USING (patient) WHERE s.series = ?")) {
            select.setLong(1, series);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SymbolonException(ErrorCode.DAMAGED, "A series of the crosswalk is not there");
                }
                return open(row);
            }
        }
    }

    BlindIndexes indexes() {
        return indexes;
    }
}
