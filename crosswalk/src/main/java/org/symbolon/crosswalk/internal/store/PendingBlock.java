package org.symbolon.crosswalk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** A sealed block on its way to the committer: what it holds, and which rows it takes the place of. */
final class PendingBlock {
    private final long series;
    private final long replacedBlock;
    private final List<Long> packedNow;
    private final List<BlockRow> rows;
    private final byte[] sealed;

    /**
     * @param replacedBlock whose halves are in this one too; 0 for none
     * @param packedNow numbers of the halves that leave the table half
     * @param rows of all halves, in the order of their places
     */
    PendingBlock(long series, long replacedBlock, List<Long> packedNow, List<BlockRow> rows, byte[] sealed) {
        this.series = series;
        this.replacedBlock = replacedBlock;
        this.packedNow = packedNow;
        this.rows = rows;
        this.sealed = sealed;
    }

    int halves() {
        return packedNow.size();
    }

    /** Within one transaction: readers see the halves either where they were, or where they are now. */
    void write(Connection connection) throws SQLException {
        if (replacedBlock != 0) {
            delete(connection, "DELETE FROM packed WHERE block = ?", replacedBlock, rows.size() - packedNow.size());
            delete(connection, "DELETE FROM block WHERE block = ?", replacedBlock, 1);
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM half WHERE half = ?")) {
            for (long half : packedNow) {
                delete.setLong(1, half);
                require(delete.executeUpdate() == 1);
            }
        }
        long block = insertBlock(connection);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO packed (half, block, place, object_index, original_index) VALUES (?, ?, ?, ?, ?)")) {
            insert.setLong(2, block);
            for (int place = 0; place < rows.size(); place++) {
                BlockRow row = rows.get(place);
                insert.setLong(1, row.half());
                insert.setInt(3, place);
                insert.setBytes(4, row.objectIndex());
                insert.setBytes(5, row.originalIndex());
                insert.executeUpdate();
            }
        }
    }

    private long insertBlock(Connection connection) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO block (series, sealed) VALUES (?, ?) RETURNING block")) {
            insert.setLong(1, series);
            insert.setBytes(2, sealed);
            try (ResultSet result = insert.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private static void delete(Connection connection, String sql, long block, int expected) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(sql)) {
            delete.setLong(1, block);
            require(delete.executeUpdate() == expected);
        }
    }

    /** There is one writer and one compaction at a time, so a row that went is a fault; the transaction is undone. */
    private static void require(boolean unchanged) {
        if (!unchanged) {
            throw new SymbolonException(
                    ErrorCode.INTERNAL, "The crosswalk changed while it was compacted; nothing was changed");
        }
    }
}
