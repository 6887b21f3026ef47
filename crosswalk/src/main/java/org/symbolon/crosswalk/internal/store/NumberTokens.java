package org.symbolon.crosswalk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.symbolon.crosswalk.NumberKind;

/**
 * Random stand-ins for numbers that FF1 cannot serve: {@code t} and 15 lower-case symbols. FF1's results have no lower-case
 * letter, so the two never meet. Thread-safe.
 */
public final class NumberTokens {
    private static final String PREFIX = "t";
    private static final int RANDOM_SYMBOLS = 15;

    private final BlindIndexes indexes;

    NumberTokens(BlindIndexes indexes) {
        this.indexes = indexes;
    }

    public Optional<String> find(ReaderPool readers, NumberKind kind, String issuer, String value) {
        byte[] index = indexes.number(kind, issuer, value);
        return readers.read(connection -> find(connection, index));
    }

    public String findOrCreate(GroupCommitter committer, NumberKind kind, String issuer, String value) {
        byte[] index = indexes.number(kind, issuer, value);
        return committer.call(connection -> {
            Optional<String> found = find(connection, index);
            return found.isPresent() ? found.get() : insert(connection, index);
        });
    }

    private static Optional<String> find(Connection connection, byte[] index) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT token FROM number_token WHERE number_index = ?")) {
            select.setBytes(1, index);
            try (ResultSet result = select.executeQuery()) {
                return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
            }
        }
    }

    private static String insert(Connection connection, byte[] index) throws SQLException {
        String token = PREFIX + RandomText.ofLength(RANDOM_SYMBOLS).toLowerCase(Locale.ROOT);
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO number_token (number_index, token) VALUES (?, ?)")) {
            insert.setBytes(1, index);
            insert.setString(2, token);
            insert.executeUpdate();
            return token;
        }
    }
}
