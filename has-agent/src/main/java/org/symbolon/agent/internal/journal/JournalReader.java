package org.symbolon.agent.internal.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.QuarantineEntry;
import org.symbolon.agent.QuarantineReview;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Reads what is committed, over one connection of its own. Thread-safe: one query at a time. */
final class JournalReader implements AutoCloseable {
    private static final String OBJECT_COLUMNS =
            "SELECT o.id, o.state, o.data_set_sha256, o.study_uid, o.series_uid, o.sop_uid, c.sop_class_uid,"
                    + " c.transfer_syntax_uid, o.data_set_offset, o.data_set_length, o.attempts"
                    + " FROM objects o JOIN contexts c ON c.id = o.context ";

    private static final String QUARANTINED_COLUMNS =
            "SELECT q.id, q.kind, q.file, q.code, o.data_set_sha256, o.study_uid, o.series_uid, o.sop_uid FROM quarantine q";

    private static final String ENTRY_COLUMNS =
            "SELECT id, kind, CASE origin WHEN '' THEN file ELSE origin END, code, rule, tag, byte_offset, kept_at"
                    + " FROM quarantine";

    private final Connection connection;

    JournalReader(Connection connection) {
        this.connection = connection;
    }

    /** Sets the parameters of a query. */
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    /** Makes a value of a row. */
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private synchronized <T> List<T> query(String sql, Parameters parameters, Row<T> row) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            parameters.set(statement);
            List<T> result = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    result.add(row.read(rows));
                }
            }
            return result;
        } catch (SQLException e) {
            throw new SymbolonException(ErrorCode.OUT_OF_RESOURCES, "The outbox cannot be read", e);
        }
    }

    Optional<OutboxObject> object(String dataSetSha256) {
        return query(
                        OBJECT_COLUMNS + "WHERE o.data_set_sha256 = ?",
                        statement -> statement.setBytes(1, HexFormat.of().parseHex(dataSetSha256)),
                        JournalReader::object)
                .stream()
                .findFirst();
    }

    /** In the order of fewest attempts, then age, without those in {@code except}. */
    List<OutboxObject> open(ObjectKind kind, ObjectState state, Set<Long> except, int limit) {
        List<OutboxObject> candidates = query(
                OBJECT_COLUMNS + "WHERE o.kind = ? AND o.state = ? ORDER BY o.attempts, o.id LIMIT ?",
                statement -> {
                    statement.setInt(1, kind.number());
                    statement.setInt(2, state.number());
                    statement.setInt(3, limit + except.size());
                },
                JournalReader::object);
        return candidates.stream()
                .filter(candidate -> !except.contains(candidate.id()))
                .limit(limit)
                .toList();
    }

    List<ContextPair> queuedContexts(int limit) {
        return query(
                "SELECT sop_class_uid, transfer_syntax_uid FROM contexts c WHERE EXISTS"
                        + " (SELECT 1 FROM objects o WHERE o.kind = 1 AND o.state = 1 AND o.context = c.id) LIMIT ?",
                statement -> statement.setInt(1, limit),
                row -> new ContextPair(row.getString(1), row.getString(2)));
    }

    List<ContextPair> studyContexts(String studyUid) {
        return query(
                "SELECT DISTINCT c.sop_class_uid, c.transfer_syntax_uid FROM objects o JOIN contexts c ON c.id = o.context"
                        + " WHERE o.study_uid = ?",
                statement -> statement.setString(1, studyUid),
                row -> new ContextPair(row.getString(1), row.getString(2)));
    }

    List<ObjectKey> studyObjects(String studyUid) {
        return query(
                OBJECT_COLUMNS + "WHERE o.study_uid = ? AND o.state <> 4 ORDER BY o.id",
                statement -> statement.setString(1, studyUid),
                row -> object(row).key());
    }

    /** The first study behind the given one in their own order; {@code ""} begins. */
    @Nullable
    String studyAfter(String studyUid) {
        List<String> next = query(
                "SELECT study_uid FROM objects WHERE study_uid > ? AND kind = 1 ORDER BY study_uid LIMIT 1",
                statement -> statement.setString(1, studyUid),
                row -> row.getString(1));
        return next.isEmpty() ? null : next.get(0);
    }

    /** Textual records that were not refused, in the order of their ids. */
    List<OutboxObject> recordsAfter(long id, int limit) {
        return query(
                OBJECT_COLUMNS + "WHERE o.id > ? AND o.kind = 2 AND o.state <> 4 ORDER BY o.id LIMIT ?",
                statement -> {
                    statement.setLong(1, id);
                    statement.setInt(2, limit);
                },
                JournalReader::object);
    }

    List<ReceivedFile> receivedAfter(long id, int limit) {
        return query(
                "SELECT id, file FROM received WHERE id > ? ORDER BY id LIMIT ?",
                statement -> {
                    statement.setLong(1, id);
                    statement.setInt(2, limit);
                },
                row -> new ReceivedFile(row.getLong(1), row.getString(2)));
    }

    boolean knowsReceived(String fileName) {
        return !query("SELECT 1 FROM received WHERE file = ?", s -> s.setString(1, fileName), row -> 1)
                .isEmpty();
    }

    boolean knowsQuarantined(String fileName) {
        return !query("SELECT 1 FROM quarantine WHERE file = ?", s -> s.setString(1, fileName), row -> 1)
                .isEmpty();
    }

    List<QuarantineEntry> quarantine(int limit) {
        return query(
                ENTRY_COLUMNS + " ORDER BY id LIMIT ?",
                statement -> statement.setInt(1, limit),
                JournalReader::quarantineEntry);
    }

    Optional<QuarantineEntry> quarantineEntry(long id) {
        return query(
                        ENTRY_COLUMNS + " WHERE id = ?",
                        statement -> statement.setLong(1, id),
                        JournalReader::quarantineEntry)
                .stream()
                .findFirst();
    }

    Optional<String> review(String dataSetSha256) {
        return query(
                        "SELECT decision FROM reviews WHERE data_set_sha256 = ? ORDER BY id DESC LIMIT 1",
                        statement -> statement.setBytes(1, HexFormat.of().parseHex(dataSetSha256)),
                        row -> row.getString(1))
                .stream()
                .findFirst();
    }

    List<QuarantineReview> reviews(int limit) {
        List<QuarantineReview> newestFirst = query(
                "SELECT id, entry, rule, decision, site_rule, reviewer, reviewed_at FROM reviews ORDER BY id DESC LIMIT ?",
                statement -> statement.setInt(1, limit),
                row -> new QuarantineReview(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        Instant.ofEpochMilli(row.getLong(7))));
        List<QuarantineReview> reviews = new ArrayList<>(newestFirst);
        Collections.reverse(reviews);
        return reviews;
    }

    Optional<QuarantinedFile> quarantined(long id) {
        return query(
                        QUARANTINED_COLUMNS + " LEFT JOIN objects o ON o.id = q.object WHERE q.id = ?",
                        statement -> statement.setLong(1, id),
                        JournalReader::quarantinedFile)
                .stream()
                .findFirst();
    }

    /** The entry that holds a refused object. */
    Optional<QuarantinedFile> quarantinedObject(long object) {
        return query(
                        QUARANTINED_COLUMNS + " JOIN objects o ON o.id = q.object WHERE o.id = ?",
                        statement -> statement.setLong(1, object),
                        JournalReader::quarantinedFile)
                .stream()
                .findFirst();
    }

    JournalCounts counts() {
        JournalCounts.Builder counts = new JournalCounts.Builder();
        query("SELECT kind, state, count(*) FROM objects GROUP BY kind, state", statement -> {}, row -> {
            counts.add(ObjectKind.of(row.getInt(1)), ObjectState.of(row.getInt(2)), row.getLong(3));
            return row;
        });
        return query(
                        "SELECT (SELECT count(*) FROM received), (SELECT count(*) FROM quarantine), (SELECT min(queued_at)"
                                + " FROM objects WHERE kind IN (1, 2) AND state IN (1, 2))",
                        statement -> {},
                        row -> counts.build(row.getLong(1), row.getLong(2), row.getLong(3)))
                .get(0);
    }

    private static QuarantineEntry quarantineEntry(ResultSet row) throws SQLException {
        return new QuarantineEntry(
                row.getLong(1),
                QuarantineEntry.Kind.valueOf(row.getString(2)),
                row.getString(3),
                ErrorCode.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                Instant.ofEpochMilli(row.getLong(8)));
    }

    private static QuarantinedFile quarantinedFile(ResultSet row) throws SQLException {
        byte[] digest = row.getBytes(5);
        return new QuarantinedFile(
                row.getLong(1),
                QuarantineEntry.Kind.valueOf(row.getString(2)),
                row.getString(3),
                ErrorCode.valueOf(row.getString(4)),
                digest == null
                        ? null
                        : new ObjectKey(
                                row.getString(6),
                                row.getString(7),
                                row.getString(8),
                                HexFormat.of().formatHex(digest)));
    }

    private static OutboxObject object(ResultSet row) throws SQLException {
        String digest = HexFormat.of().formatHex(row.getBytes(3));
        return new OutboxObject(
                row.getLong(1),
                ObjectState.of(row.getInt(2)),
                new ObjectKey(row.getString(4), row.getString(5), row.getString(6), digest),
                new ContextPair(row.getString(7), row.getString(8)),
                row.getLong(9),
                row.getLong(10),
                row.getInt(11));
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }
}
