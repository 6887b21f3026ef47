package org.symbolon.agent.internal.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Opens connections to an outbox's database and makes its tables. The format's page is {@code docs/format/outbox.md}. */
final class JournalSchema {
    /** Kept in SQLite's {@code user_version}. */
    static final int FORMAT_VERSION = 3;

    private static final int FIRST_VERSION = 1;
    private static final int SECOND_VERSION = 2;

    /** "SYMO" in ASCII, kept in SQLite's {@code application_id}. */
    private static final int APPLICATION_ID = 0x53594D4F;

    private static final List<String> REVIEWS =
            List.of("""
            CREATE TABLE reviews (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              entry INTEGER NOT NULL,
              data_set_sha256 BLOB NOT NULL,
              rule TEXT NOT NULL,
              decision TEXT NOT NULL,
              site_rule TEXT NOT NULL,
              reviewer TEXT NOT NULL,
              reviewed_at INTEGER NOT NULL)""", "CREATE INDEX reviews_by_data_set ON reviews (data_set_sha256, id)");

    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE received (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              file TEXT NOT NULL UNIQUE,
              received_at INTEGER NOT NULL)""",
            """
            CREATE TABLE contexts (
              id INTEGER PRIMARY KEY,
              sop_class_uid TEXT NOT NULL,
              transfer_syntax_uid TEXT NOT NULL,
              UNIQUE (sop_class_uid, transfer_syntax_uid))""",
            """
            CREATE TABLE objects (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              state INTEGER NOT NULL,
              data_set_sha256 BLOB NOT NULL UNIQUE,
              study_uid TEXT NOT NULL,
              series_uid TEXT NOT NULL,
              sop_uid TEXT NOT NULL,
              context INTEGER NOT NULL REFERENCES contexts (id),
              data_set_offset INTEGER NOT NULL,
              data_set_length INTEGER NOT NULL,
              queued_at INTEGER NOT NULL,
              attempts INTEGER NOT NULL DEFAULT 0,
              last_code TEXT,
              kind INTEGER NOT NULL DEFAULT 1)""",
            "CREATE INDEX objects_by_kind_and_state ON objects (kind, state, attempts, id)",
            "CREATE INDEX objects_by_study ON objects (study_uid, id)",
            """
            CREATE TABLE quarantine (
              id INTEGER PRIMARY KEY AUTOINCREMENT,
              kind TEXT NOT NULL,
              file TEXT NOT NULL UNIQUE,
              content_sha256 TEXT NOT NULL,
              origin TEXT NOT NULL,
              code TEXT NOT NULL,
              rule TEXT NOT NULL,
              tag TEXT NOT NULL,
              byte_offset INTEGER NOT NULL,
              kept_at INTEGER NOT NULL,
              object INTEGER REFERENCES objects (id),
              UNIQUE (content_sha256, origin))""");

    /** From the first format, which knew images only. */
    private static final List<String> UPGRADE = List.of(
            "ALTER TABLE objects ADD COLUMN kind INTEGER NOT NULL DEFAULT 1",
            "DROP INDEX objects_by_state",
            "CREATE INDEX objects_by_kind_and_state ON objects (kind, state, attempts, id)");

    private JournalSchema() {}

    static Connection connect(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("PRAGMA foreign_keys=ON");
            statement.execute("PRAGMA busy_timeout=10000");
        }
        return connection;
    }

    /** Makes the tables of a new database, upgrades one of an older format, refuses a newer one. */
    static void prepare(Connection connection) throws SQLException {
        int version = pragma(connection, "user_version");
        int application = pragma(connection, "application_id");
        if (version == FORMAT_VERSION && application == APPLICATION_ID) {
            return;
        }
        if (version == FIRST_VERSION && application == APPLICATION_ID) {
            run(connection, UPGRADE, REVIEWS);
            return;
        }
        if (version == SECOND_VERSION && application == APPLICATION_ID) {
            run(connection, REVIEWS);
            return;
        }
        if (version != 0 || application != 0) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION,
                    "The outbox has format " + version + "; this version of Symbolon reads format " + FORMAT_VERSION);
        }
        run(connection, TABLES, REVIEWS);
    }

    /** All or nothing, the version included. */
    @SafeVarargs
    private static void run(Connection connection, List<String>... statements) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (List<String> some : statements) {
                for (String sql : some) {
                    statement.execute(sql);
                }
            }
            statement.execute("PRAGMA application_id=" + APPLICATION_ID);
            statement.execute("PRAGMA user_version=" + FORMAT_VERSION);
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    private static int pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
            return rows.next() ? rows.getInt(1) : 0;
        }
    }
}
