package org.symbolon.agent.internal.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;

/** The statements that change an outbox; each runs within a transaction of {@link GroupCommit}. */
final class JournalWrites {
    private JournalWrites() {}

    static long received(Connection connection, String fileName) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO received (file, received_at) VALUES (?, ?) RETURNING id")) {
            statement.setString(1, fileName);
            statement.setLong(2, Instant.now().toEpochMilli());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    static int deleteReceived(Connection connection, Collection<Long> ids) throws SQLException {
        return forEach(connection, "DELETE FROM received WHERE id = ?", ids);
    }

    static void queue(Connection connection, StagedObject object, long now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO objects (state, data_set_sha256, study_uid, series_uid, sop_uid, context, data_set_offset,"
                        + " data_set_length, queued_at, kind) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (data_set_sha256) DO NOTHING")) {
            statement.setInt(1, ObjectState.QUEUED.number());
            statement.setBytes(2, HexFormat.of().parseHex(object.key().dataSetSha256()));
            statement.setString(3, object.key().studyUid());
            statement.setString(4, object.key().seriesUid());
            statement.setString(5, object.key().sopUid());
            statement.setLong(6, context(connection, object.context()));
            statement.setLong(7, object.dataSetOffset());
            statement.setLong(8, object.dataSetLength());
            statement.setLong(9, now);
            statement.setInt(10, ObjectKind.of(object.key()).number());
            statement.executeUpdate();
        }
    }

    private static long context(Connection connection, ContextPair pair) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO contexts (sop_class_uid, transfer_syntax_uid) VALUES (?, ?)"
                        + " ON CONFLICT (sop_class_uid, transfer_syntax_uid) DO UPDATE SET sop_class_uid = sop_class_uid"
                        + " RETURNING id")) {
            statement.setString(1, pair.sopClassUid());
            statement.setString(2, pair.transferSyntaxUid());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /** A confirmed object never goes back. */
    static int state(Connection connection, Collection<Long> ids, ObjectState state) throws SQLException {
        String sql = "UPDATE objects SET state = " + state.number() + ", last_code = NULL WHERE id = ? AND state <> "
                + ObjectState.CONFIRMED.number();
        return forEach(connection, sql, ids);
    }

    static int tryAgain(Connection connection, Collection<Long> ids, ErrorCode code) throws SQLException {
        String sql =
                "UPDATE objects SET state = " + ObjectState.QUEUED.number() + ", attempts = attempts + 1, last_code = '"
                        + code.name() + "' WHERE id = ? AND state <> " + ObjectState.CONFIRMED.number();
        return forEach(connection, sql, ids);
    }

    static boolean keepAside(Connection connection, KeptAside kept, @Nullable Long object) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO quarantine (kind, file, content_sha256, origin, code, rule, tag, byte_offset, kept_at, object)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (content_sha256, origin) DO NOTHING")) {
            statement.setString(1, kept.kind().name());
            statement.setString(2, kept.fileName());
            statement.setString(3, kept.contentSha256());
            statement.setString(4, kept.origin());
            statement.setString(5, kept.code().name());
            statement.setString(6, kept.rule());
            statement.setString(7, kept.tag());
            statement.setLong(8, kept.offset());
            statement.setLong(9, kept.at().toEpochMilli());
            statement.setObject(10, object);
            return statement.executeUpdate() == 1;
        }
    }

    static int review(Connection connection, NewReview review) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO reviews (entry, data_set_sha256, rule, decision, site_rule, reviewer, reviewed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            statement.setLong(1, review.entry());
            statement.setBytes(2, HexFormat.of().parseHex(review.dataSetSha256()));
            statement.setString(3, review.rule());
            statement.setString(4, review.decision());
            statement.setString(5, review.siteRule());
            statement.setString(6, review.reviewer());
            statement.setLong(7, review.at().toEpochMilli());
            return statement.executeUpdate();
        }
    }

    static int requeueQuarantined(Connection connection, long quarantineId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "UPDATE objects SET state = ?, last_code = NULL WHERE id = (SELECT object FROM quarantine WHERE id = ?)")) {
            statement.setInt(1, ObjectState.QUEUED.number());
            statement.setLong(2, quarantineId);
            return statement.executeUpdate();
        }
    }

    /** A refused object is forgotten with its entry, so that it may be archived anew. */
    static int deleteQuarantined(Connection connection, long id) throws SQLException {
        long object = 0;
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM quarantine WHERE id = ? RETURNING object")) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    object = row.getLong(1);
                }
            }
        }
        String sql = "DELETE FROM objects WHERE id = ? AND state = " + ObjectState.REFUSED.number();
        return forEach(connection, sql, List.of(object));
    }

    private static int forEach(Connection connection, String sql, Collection<Long> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int changed = 0;
            for (long id : ids) {
                statement.setLong(1, id);
                changed += statement.executeUpdate();
            }
            return changed;
        }
    }
}
