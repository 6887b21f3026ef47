package org.symbolon.crosswalk.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.symbolon.crosswalk.CrosswalkCounts;
import org.symbolon.crosswalk.Pseudonyms;
import org.symbolon.crosswalk.internal.keys.KeyMaterial;

/** What a crosswalk holds, by subject, over one set of keys. Thread-safe, owns nothing that must be closed. */
public final class Tables {
    private final byte[] keyCheck;
    private final Patients patients;
    private final Halves halves;
    private final NumberTokens numbers;

    public Tables(KeyMaterial keys, Pseudonyms pseudonyms) {
        BlindIndexes indexes = new BlindIndexes(pseudonyms);
        SealedRecords sealedRecords = new SealedRecords(keys);
        PatientStore patientStore = new PatientStore(sealedRecords);
        this.keyCheck = indexes.keyCheck(keys.organisation().value());
        this.patients = new Patients(indexes, patientStore);
        this.halves = new Halves(indexes, patientStore, sealedRecords);
        this.numbers = new NumberTokens(indexes);
    }

    /** Stands in the database to tell whose keys it needs. */
    public byte[] keyCheck() {
        return keyCheck.clone();
    }

    public Patients patients() {
        return patients;
    }

    public Halves halves() {
        return halves;
    }

    public NumberTokens numbers() {
        return numbers;
    }

    public static CrosswalkCounts counts(ReaderPool readers) {
        return readers.read(connection -> new CrosswalkCounts(
                count(connection, "patient"),
                count(connection, "series"),
                count(connection, "half"),
                count(connection, "possible_match")));
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM " + table)) {
            result.next();
            return result.getLong(1);
        }
    }
}
