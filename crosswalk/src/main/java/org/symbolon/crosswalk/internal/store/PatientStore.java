package org.symbolon.crosswalk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.symbolon.crosswalk.PatientPseudonym;
import org.symbolon.crosswalk.PatientRecord;
import org.symbolon.crosswalk.PossibleMatch;
import org.symbolon.crosswalk.internal.keys.Sealer;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The tables patient, patient_index and possible_match. Thread-safe; connections come from the caller. */
final class PatientStore {
    private static final int PSEUDONYM_SYMBOLS = 16;
    private static final int CACHED_KEYS = 4096;

    private final SealedRecords sealedRecords;
    private final BoundedCache<String, PatientKey> keys = new BoundedCache<>(CACHED_KEYS);

    PatientStore(SealedRecords sealedRecords) {
        this.sealedRecords = sealedRecords;
    }

    /** Rows of the patients with this index, the earliest first, at most {@code limit}. */
    List<Long> find(Connection connection, PatientIndexes.Entry entry, int limit) throws SQLException {
        return find(connection, entry.kind(), entry.value(), limit);
    }

    private static List<Long> find(Connection connection, PatientIndexes.Kind kind, byte[] value, int limit)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT patient FROM patient_index WHERE kind = ? AND value = ? ORDER BY patient LIMIT ?")) {
            select.setInt(1, kind.stored());
            select.setBytes(2, value);
            select.setInt(3, limit);
            List<Long> rows = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(result.getLong(1));
                }
            }
            return rows;
        }
    }

    /** A new patient with a fresh pseudonym, key and date shift. */
    long insert(Connection connection, PatientData data) throws SQLException {
        String pseudonym = RandomText.ofLength(PSEUDONYM_SYMBOLS);
        byte[] key = Sealer.newKey();
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO patient (pseudonym, wrapping_key, wrapped_key, sealed) VALUES (?, ?, ?, ?)"
                        + " RETURNING patient")) {
            insert.setString(1, pseudonym);
            insert.setInt(2, sealedRecords.wrappingKey());
            insert.setBytes(3, sealedRecords.wrapPatientKey(pseudonym, key));
            insert.setBytes(4, sealedRecords.sealPatient(new PatientKey(0, pseudonym, key), data.encode()));
            try (ResultSet result = insert.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    void update(Connection connection, PatientKey patient, PatientData data) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE patient SET sealed = ? WHERE patient = ?")) {
            update.setBytes(1, sealedRecords.sealPatient(patient, data.encode()));
            update.setLong(2, patient.row());
            update.executeUpdate();
        }
    }

    void index(Connection connection, long patient, List<PatientIndexes.Entry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO patient_index (kind, value, patient) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            for (PatientIndexes.Entry entry : entries) {
                insert.setInt(1, entry.kind().stored());
                insert.setBytes(2, entry.value());
                insert.setLong(3, patient);
                insert.executeUpdate();
            }
        }
    }

    int wrappingKey() {
        return sealedRecords.wrappingKey();
    }

    /** Keeps a keystore from before a rotation from being used for new patients: nobody could open those later. */
    void requireNewestKeys(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT wrapping_key FROM crosswalk");
                ResultSet result = select.executeQuery()) {
            if (result.next() && result.getInt(1) > wrappingKey()) {
                throw new SymbolonException(
                        ErrorCode.WRONG_KEY, "The keystore is from before the crosswalk's last rotation");
            }
        }
    }

    void noteWrappingKey(Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE crosswalk SET wrapping_key = ?")) {
            update.setInt(1, wrappingKey());
            update.executeUpdate();
        }
    }

    /** The next patients after a row whose keys are wrapped with another wrapping key. */
    List<Long> wrappedOtherwise(Connection connection, long after, int wrappingKey, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT patient FROM patient WHERE patient > ? AND wrapping_key <> ? ORDER BY patient LIMIT ?")) {
            select.setLong(1, after);
            select.setInt(2, wrappingKey);
            select.setInt(3, limit);
            List<Long> rows = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(result.getLong(1));
                }
            }
            return rows;
        }
    }

    /** Wraps one patient's key with the wrapping key in use. */
    void rewrap(Connection connection, long patient) throws SQLException {
        PatientKey key = load(connection, patient).key();
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE patient SET wrapping_key = ?, wrapped_key = ? WHERE patient = ?")) {
            update.setInt(1, wrappingKey());
            update.setBytes(2, sealedRecords.wrapPatientKey(key.pseudonym(), key.key()));
            update.setLong(3, patient);
            update.executeUpdate();
        }
    }

    void recordPossibleMatch(Connection connection, long one, long other, PossibleMatch.Reason reason)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO possible_match (earlier, later, reason) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")) {
            insert.setLong(1, Math.min(one, other));
            insert.setLong(2, Math.max(one, other));
            insert.setInt(3, reason.stored());
            insert.executeUpdate();
        }
    }

    List<PossibleMatch> possibleMatches(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT a.pseudonym, b.pseudonym, m.reason FROM possible_match m"
                                + " JOIN patient a ON a.patient = m.earlier JOIN patient b ON b.patient = m.later"
                                + " ORDER BY m.earlier, m.later, m.reason");
                ResultSet result = select.executeQuery()) {
            List<PossibleMatch> matches = new ArrayList<>();
            while (result.next()) {
                matches.add(new PossibleMatch(result.getString(1), result.getString(2), reason(result.getInt(3))));
            }
            return matches;
        }
    }

    private static PossibleMatch.Reason reason(int stored) {
        for (PossibleMatch.Reason reason : PossibleMatch.Reason.values()) {
            if (reason.stored() == stored) {
                return reason;
            }
        }
        throw new SymbolonException(ErrorCode.DAMAGED, "A possible match has an unknown reason");
    }

    /** Empty where nobody has this pseudonym. */
    Optional<PatientKey> key(Connection connection, String pseudonym) throws SQLException {
        PatientKey cached = keys.find(pseudonym);
        if (cached != null) {
            return Optional.of(cached);
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT patient, pseudonym, wrapping_key, wrapped_key FROM patient WHERE pseudonym = ?")) {
            select.setString(1, pseudonym);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? Optional.of(key(result)) : Optional.empty();
            }
        }
    }

    /** From a row that begins with patient, pseudonym, wrapping_key, wrapped_key. */
    PatientKey key(ResultSet row) throws SQLException {
        String pseudonym = row.getString(2);
        PatientKey cached = keys.find(pseudonym);
        if (cached != null && cached.row() == row.getLong(1)) {
            return cached;
        }
        PatientKey key = sealedRecords.unwrapPatientKey(row.getLong(1), pseudonym, row.getInt(3), row.getBytes(4));
        keys.put(pseudonym, key);
        return key;
    }

    /** One patient in plain form, with the key. */
    Loaded load(Connection connection, long patient) throws SQLException {
        List<Loaded> found = page(connection, patient - 1, 1);
        if (found.isEmpty() || found.get(0).key().row() != patient) {
            throw new SymbolonException(ErrorCode.DAMAGED, "The crosswalk's index names a patient that is not there");
        }
        return found.get(0);
    }

    /** The next patients after a row, in their order. */
    List<Loaded> page(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT patient, pseudonym, wrapping_key, wrapped_key, sealed FROM patient WHERE patient > ?"
                        + " ORDER BY patient LIMIT ?")) {
            select.setLong(1, after);
            select.setInt(2, limit);
            List<Loaded> patients = new ArrayList<>();
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    PatientKey key = key(result);
                    byte[] plain = sealedRecords.openPatient(key, result.getBytes(5));
                    patients.add(new Loaded(key, PatientData.decode(plain)));
                }
            }
            return patients;
        }
    }

    /** A patient's key and data. */
    record Loaded(PatientKey key, PatientData data) {
        PatientPseudonym pseudonym() {
            return new PatientPseudonym(key.pseudonym(), data.dateShiftDays());
        }

        PatientRecord record() {
            return new PatientRecord(pseudonym(), data.identities());
        }
    }
}
