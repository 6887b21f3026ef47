package org.symbolon.crosswalk.internal.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Reading the tables block and packed. The blocks opened last are kept. Thread-safe; connections come from the caller. */
final class BlockStore {
    /** At about 1 MiB each. */
    private static final int CACHED_BLOCKS = 8;

    private static final String SELECT = "SELECT k.half, k.block, k.place FROM packed k ";

    private final SealedRecords sealedRecords;
    private final SeriesStore series;
    private final DigestIndexes digests;
    private final BlockCodec codec;
    /** By the beginning of the sealed block, which holds its nonce: a block that was packed anew is another. */
    private final BoundedCache<ByteBuffer, OpenBlock> opened = new BoundedCache<>(CACHED_BLOCKS);

    BlockStore(SealedRecords sealedRecords, SeriesStore series, DigestIndexes digests, BlockCodec codec) {
        this.sealedRecords = sealedRecords;
        this.series = series;
        this.digests = digests;
        this.codec = codec;
    }

    /** Where a half stands. */
    private record Place(long half, long block, int place) {}

    List<StoredHalf> byObject(Connection connection, ObjectKey key) throws SQLException {
        byte[] index = DigestIndexes.index(digests.object(key));
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "WHERE substr(k.object_index, 1, 8) = ? AND k.object_index = ?")) {
            select.setBytes(1, Arrays.copyOf(index, Long.BYTES));
            select.setBytes(2, index);
            return halves(connection, select).stream()
                    .filter(stored -> stored.half().key().equals(key))
                    .toList();
        }
    }

    List<StoredHalf> bySeriesIndex(Connection connection, SeriesStore.Index kind, byte[] value) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT
                + "JOIN block b USING (block) WHERE b.series IN (SELECT series FROM series_index WHERE kind = ?"
                + " AND value = ?) ORDER BY k.block, k.place")) {
            select.setInt(1, kind.stored());
            select.setBytes(2, value);
            return halves(connection, select);
        }
    }

    List<StoredHalf> page(Connection connection, long after, int limit) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement(SELECT + "WHERE k.half > ? ORDER BY k.half LIMIT ?")) {
            select.setLong(1, after);
            select.setInt(2, limit);
            return halves(connection, select);
        }
    }

    /** The plus keeps SQLite from going through everybody's halves in their order. */
    List<StoredHalf> pageOfPatient(Connection connection, long patient, long after, int limit) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SELECT
                + "JOIN block b USING (block) JOIN series s USING (series) WHERE s.patient = ? AND +k.half > ?"
                + " ORDER BY +k.half LIMIT ?")) {
            select.setLong(1, patient);
            select.setLong(2, after);
            select.setInt(3, limit);
            return halves(connection, select);
        }
    }

    boolean knowsOriginal(Connection connection, String originalDigest) throws SQLException {
        byte[] index = DigestIndexes.index(digests.original(originalDigest));
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT 1 FROM packed WHERE substr(original_index, 1, 8) = ? AND original_index = ? LIMIT 1")) {
            select.setBytes(1, Arrays.copyOf(index, Long.BYTES));
            select.setBytes(2, index);
            try (ResultSet result = select.executeQuery()) {
                return result.next();
            }
        }
    }

    /** Whether this very half is packed already. */
    boolean holds(Connection connection, IdentityHalf half) throws SQLException {
        byte[] object = DigestIndexes.index(digests.object(half.key()));
        byte[] original = DigestIndexes.index(digests.original(half.originalDigest()));
        try (PreparedStatement select = connection.prepareStatement("SELECT 1 FROM packed"
                + " WHERE substr(object_index, 1, 8) = ? AND object_index = ? AND original_index = ? LIMIT 1")) {
            select.setBytes(1, Arrays.copyOf(object, Long.BYTES));
            select.setBytes(2, object);
            select.setBytes(3, original);
            try (ResultSet result = select.executeQuery()) {
                return result.next();
            }
        }
    }

    /** The number of the block that came last in a series; 0 where it has none. */
    long lastOf(Connection connection, long series) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT ifnull(max(block), 0) FROM block WHERE series = ?")) {
            select.setLong(1, series);
            try (ResultSet result = select.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        }
    }

    private List<StoredHalf> halves(Connection connection, PreparedStatement select) throws SQLException {
        List<Place> places = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                places.add(new Place(row.getLong(1), row.getLong(2), row.getInt(3)));
            }
        }
        List<StoredHalf> halves = new ArrayList<>(places.size());
        long current = 0;
        @Nullable OpenBlock block = null;
        for (Place place : places) {
            if (block == null || current != place.block()) {
                block = open(connection, place.block());
                current = place.block();
            }
            halves.add(new StoredHalf(place.half(), half(block, place)));
        }
        return halves;
    }

    private IdentityHalf half(OpenBlock block, Place place) {
        if (place.place() < 0
                || place.place() >= block.entries().size()
                || block.entries().get(place.place()).half() != place.half()) {
            throw new SymbolonException(ErrorCode.DAMAGED, "A half is not at its place in a block of the crosswalk");
        }
        return half(block.series(), block.entries().get(place.place()));
    }

    private IdentityHalf half(SeriesState series, BlockEntry entry) {
        ObjectKey key = digests.objectKey(series.studyUid(), series.seriesUid(), entry.sopUid(), entry.object());
        return HalfCodec.half(
                series.patient().pseudonym(), key, digests.originalDigest(entry.original()), entry.body());
    }

    /** One block in plain form. */
    OpenBlock open(Connection connection, long block) throws SQLException {
        Optional<OpenBlock> known = remembered(connection, block);
        if (known.isPresent()) {
            return known.get();
        }
        try (PreparedStatement select = connection.prepareStatement("SELECT " + SeriesStore.COLUMNS
                + ", b.sealed AS block_sealed FROM block b JOIN series s USING (series) JOIN patient p USING (patient)"
                + " WHERE b.block = ?")) {
            select.setLong(1, block);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SymbolonException(ErrorCode.DAMAGED, "A block of the crosswalk is not there");
                }
                SeriesState state = series.open(row);
                byte[] sealed = row.getBytes("block_sealed");
                List<BlockRow> rows = rows(connection, block);
                byte[] plain = sealedRecords.openBlock(state.patient(), state.index(), BlockRow.digest(rows), sealed);
                OpenBlock openBlock = new OpenBlock(state, codec.decode(plain, rows));
                opened.put(ByteBuffer.wrap(SealedRecords.beginning(sealed)), openBlock);
                return openBlock;
            }
        }
    }

    private Optional<OpenBlock> remembered(Connection connection, long block) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT substr(sealed, 1, ?) FROM block WHERE block = ?")) {
            select.setInt(1, SealedRecords.BEGINNING_BYTES);
            select.setLong(2, block);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.ofNullable(opened.find(ByteBuffer.wrap(row.getBytes(1))))
                        : Optional.empty();
            }
        }
    }

    private static List<BlockRow> rows(Connection connection, long block) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT half, object_index, original_index"
                + " FROM packed WHERE block = ? ORDER BY place LIMIT " + (BlockCodec.MAX_HALVES + 1))) {
            select.setLong(1, block);
            List<BlockRow> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new BlockRow(row.getLong(1), row.getBytes(2), row.getBytes(3)));
                }
            }
            return rows;
        }
    }
}
