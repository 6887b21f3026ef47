package org.symbolon.crosswalk.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.symbolon.crosswalk.CrosswalkCounts;
import org.symbolon.crosswalk.CrosswalkInfo;
import org.symbolon.crosswalk.Pseudonyms;
import org.symbolon.crosswalk.internal.keys.KeyMaterial;

/** What a crosswalk holds, by subject, over one set of keys. Thread-safe, owns nothing that must be closed. */
public final class Tables {
    private final byte[] keyCheck;
    private final Patients patients;
    private final Halves halves;
    private final Compaction compaction;
    private final NumberTokens numbers;
    private final BlindIndexes indexes;
    private final SealedRecords sealedRecords;
    private final PatientStore patientStore;

    public Tables(KeyMaterial keys, Pseudonyms pseudonyms) {
        this.indexes = new BlindIndexes(pseudonyms);
        this.sealedRecords = new SealedRecords(keys);
        this.patientStore = new PatientStore(sealedRecords);
        this.keyCheck = indexes.keyCheck(keys.organisation().value());
        this.patients = new Patients(indexes, patientStore);
        SeriesStore seriesStore = new SeriesStore(sealedRecords, indexes, patientStore);
        HalfStore halfStore = new HalfStore(sealedRecords, seriesStore, indexes);
        DigestIndexes digests = new DigestIndexes(keys, indexes);
        BlockCodec blockCodec = new BlockCodec(pseudonyms);
        BlockStore blockStore = new BlockStore(sealedRecords, seriesStore, digests, blockCodec);
        SeriesActivity activity = new SeriesActivity();
        this.halves = new Halves(indexes, seriesStore, halfStore, blockStore, activity);
        this.compaction =
                new Compaction(sealedRecords, seriesStore, digests, halfStore, blockStore, blockCodec, activity);
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

    public Compaction compaction() {
        return compaction;
    }

    public LargeFiles largeFiles(CrosswalkFolder folder) {
        return new LargeFiles(folder, sealedRecords, indexes, patientStore);
    }

    public NumberTokens numbers() {
        return numbers;
    }

    public static CrosswalkCounts counts(ReaderPool readers) {
        return readers.read(Tables::counts);
    }

    public static CrosswalkInfo info(ReaderPool readers) {
        return readers.read(connection -> new CrosswalkInfo(
                counts(connection),
                count(connection, "packed"),
                count(connection, "block"),
                sealedBytes(connection, "patient"),
                sealedBytes(connection, "series"),
                sealedBytes(connection, "half"),
                sealedBytes(connection, "block"),
                number(connection, "PRAGMA page_count") * number(connection, "PRAGMA page_size"),
                number(connection, "PRAGMA freelist_count") * number(connection, "PRAGMA page_size")));
    }

    private static CrosswalkCounts counts(Connection connection) throws SQLException {
        return new CrosswalkCounts(
                count(connection, "patient"),
                count(connection, "series"),
                count(connection, "half") + count(connection, "packed"),
                count(connection, "possible_match"));
    }

    private static long count(Connection connection, String table) throws SQLException {
        return number(connection, "SELECT count(*) FROM " + table);
    }

    private static long sealedBytes(Connection connection, String table) throws SQLException {
        return number(connection, "SELECT ifnull(sum(length(sealed)), 0) FROM " + table);
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getLong(1);
        }
    }
}
