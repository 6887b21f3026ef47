package org.symbolon.crosswalk.internal.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** How connections are opened, and the tables that they find ({@code docs/format/crosswalk.md}). */
public final class Schema {
    /** Written to {@code PRAGMA user_version}; a higher one is refused. */
    static final int VERSION = 4;

    private static final int APPLICATION_ID = 0x53594D58; // SYMX
    private static final int WRITER_CACHE_KIB = 16 << 10;

    /** Of 4 KiB: how long the write-ahead log grows before its pages are moved into the file. */
    private static final int WAL_PAGES = 4 << 10;

    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    /** The tables of version 2. */
    private static final List<String> TABLES = List.of(
            "CREATE TABLE crosswalk (one INTEGER PRIMARY KEY CHECK (one = 1), key_check BLOB NOT NULL) STRICT",
            "CREATE TABLE patient (patient INTEGER PRIMARY KEY, pseudonym TEXT NOT NULL UNIQUE,"
                    + " wrapping_key INTEGER NOT NULL, wrapped_key BLOB NOT NULL, sealed BLOB NOT NULL) STRICT",
            "CREATE TABLE patient_index (kind INTEGER NOT NULL, value BLOB NOT NULL,"
                    + " patient INTEGER NOT NULL REFERENCES patient, PRIMARY KEY (kind, value, patient))"
                    + " STRICT, WITHOUT ROWID",
            "CREATE INDEX patient_index_by_patient ON patient_index (patient)",
            "CREATE TABLE possible_match (earlier INTEGER NOT NULL REFERENCES patient,"
                    + " later INTEGER NOT NULL REFERENCES patient, reason INTEGER NOT NULL,"
                    + " PRIMARY KEY (earlier, later, reason)) STRICT, WITHOUT ROWID",
            "CREATE TABLE series (series INTEGER PRIMARY KEY, patient INTEGER NOT NULL REFERENCES patient,"
                    + " series_index BLOB NOT NULL UNIQUE, sealed BLOB NOT NULL) STRICT",
            "CREATE INDEX series_by_patient ON series (patient)",
            "CREATE TABLE series_index (kind INTEGER NOT NULL, value BLOB NOT NULL,"
                    + " series INTEGER NOT NULL REFERENCES series, PRIMARY KEY (kind, value, series))"
                    + " STRICT, WITHOUT ROWID",
            "CREATE TABLE half (half INTEGER PRIMARY KEY, series INTEGER NOT NULL REFERENCES series,"
                    + " object_index BLOB NOT NULL, original_index BLOB NOT NULL, sealed BLOB NOT NULL,"
                    + " UNIQUE (object_index, original_index)) STRICT",
            "CREATE INDEX half_by_series ON half (series)",
            "CREATE INDEX half_by_original ON half (original_index)",
            "CREATE TABLE number_token (number_index BLOB PRIMARY KEY, token TEXT NOT NULL UNIQUE)"
                    + " STRICT, WITHOUT ROWID");

    /** What version 3 added to the tables of versions 1 and 2. */
    private static final List<String> FROM_VERSION_2 = List.of(
            "ALTER TABLE half ADD COLUMN form INTEGER NOT NULL DEFAULT 1",
            "ALTER TABLE crosswalk ADD COLUMN wrapping_key INTEGER NOT NULL DEFAULT 1",
            "CREATE TABLE block (block INTEGER PRIMARY KEY, series INTEGER NOT NULL REFERENCES series,"
                    + " sealed BLOB NOT NULL) STRICT",
            "CREATE INDEX block_by_series ON block (series)",
            "CREATE TABLE packed (half INTEGER PRIMARY KEY, block INTEGER NOT NULL REFERENCES block,"
                    + " place INTEGER NOT NULL, object_index BLOB NOT NULL, original_index BLOB NOT NULL) STRICT",
            "CREATE INDEX packed_by_block ON packed (block, place)",
            "CREATE INDEX packed_by_object ON packed (substr(object_index, 1, 8))",
            "CREATE INDEX packed_by_original ON packed (substr(original_index, 1, 8))");

    /** What makes rows of an older version those of this one; runs within one transaction, and once. */
    public interface Upgrade {
        void run(Connection connection) throws SQLException;
    }

    private Schema() {}

    /** The one connection that writes; its user begins and ends transactions with {@link #execute}. */
    public static Connection openWriter(CrosswalkFolder folder, byte[] keyCheck, Upgrade fromVersion1)
            throws IOException {
        Connection connection = connect(folder, true);
        try {
            if (isEmpty(connection)) {
                create(connection, keyCheck);
            }
            check(connection, keyCheck);
            int version = pragma(connection, "user_version");
            if (version < VERSION) {
                execute(connection, "BEGIN IMMEDIATE");
                if (version < 2) {
                    fromVersion1.run(connection);
                }
                if (version < 3) {
                    for (String statement : FROM_VERSION_2) {
                        execute(connection, statement);
                    }
                }
                // version 4 has the same tables: new blocks have another form, which the older one cannot read
                execute(connection, "PRAGMA user_version = " + VERSION);
                execute(connection, "COMMIT");
            }
            return connection;
        } catch (SQLException | SymbolonException e) {
            throw closing(connection, e);
        }
    }

    /** A connection that cannot write. It needs write access to the folder all the same: SQLite's readers share a memory file there. */
    static Connection openReader(CrosswalkFolder folder) throws IOException {
        return connect(folder, false);
    }

    /** The version; {@code WRONG_KEY} where the keystore is not the crosswalk's, {@code UNSUPPORTED_FORMAT} where it is too new. */
    static int check(Connection connection, byte[] keyCheck) throws SQLException {
        if (pragma(connection, "application_id") != APPLICATION_ID) {
            throw isEmpty(connection)
                    ? new SymbolonException(ErrorCode.NOT_FOUND, "The crosswalk was never written to")
                    : new SymbolonException(ErrorCode.DAMAGED, "The file is no crosswalk");
        }
        int version = pragma(connection, "user_version");
        if (version > VERSION) {
            throw new SymbolonException(
                    ErrorCode.UNSUPPORTED_FORMAT, "The crosswalk was written by a newer version of Symbolon");
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT key_check FROM crosswalk")) {
            if (!row.next() || !Arrays.equals(row.getBytes(1), keyCheck)) {
                throw new SymbolonException(ErrorCode.WRONG_KEY, "The keystore is not the one of this crosswalk");
            }
        }
        return version;
    }

    private static Connection connect(CrosswalkFolder folder, boolean writes) throws IOException {
        Path database = folder.database();
        NativeLibrary.place(folder.path());
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        if (writes) {
            // indexes are written in random order: most of their pages are wanted again before they reach the file
            config.setCacheSize(-WRITER_CACHE_KIB);
        }
        try {
            Connection connection = config.createConnection("jdbc:sqlite:" + database);
            try {
                execute(connection, writes ? "PRAGMA wal_autocheckpoint = " + WAL_PAGES : "PRAGMA query_only = true");
                return connection;
            } catch (SQLException e) {
                throw closing(connection, e);
            }
        } catch (SQLException e) {
            throw SqlErrors.of(e);
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM sqlite_schema")) {
            return row.next() && row.getLong(1) == 0;
        }
    }

    private static void create(Connection connection, byte[] keyCheck) throws SQLException {
        execute(connection, "BEGIN IMMEDIATE");
        for (String table : TABLES) {
            execute(connection, table);
        }
        for (String statement : FROM_VERSION_2) {
            execute(connection, statement);
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO crosswalk (one, key_check) VALUES (1, ?)")) {
            insert.setBytes(1, keyCheck);
            insert.executeUpdate();
        }
        execute(connection, "PRAGMA application_id = " + APPLICATION_ID);
        execute(connection, "PRAGMA user_version = " + VERSION);
        execute(connection, "COMMIT");
    }

    private static int pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static SymbolonException closing(Connection connection, Exception e) {
        SymbolonException told = e instanceof SymbolonException known ? known : SqlErrors.of((SQLException) e);
        try {
            connection.close();
        } catch (SQLException second) {
            told.addSuppressed(second);
        }
        return told;
    }
}
