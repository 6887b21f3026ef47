package org.symbolon.crosswalk.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.symbolon.crosswalk.CompactionSummary;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Packs the halves of a series into blocks. Reading, compressing, sealing and checking are done on the caller's thread, one
 * block at a time; the committer only writes. One compaction runs at a time.
 */
public final class Compaction {
    /** A half whose sealed record is longer stays as it is: there is little to gain, and blocks stay small. */
    private static final int MAX_SEALED_BYTES = 16 << 10;

    private static final int MAX_HALVES_A_COMMIT = 2 * BlockCodec.MAX_HALVES;

    private final SealedRecords sealedRecords;
    private final SeriesStore seriesStore;
    private final DigestIndexes digests;
    private final HalfStore halves;
    private final BlockStore blocks;
    private final BlockCodec codec;
    private final SeriesActivity activity;

    Compaction(
            SealedRecords sealedRecords,
            SeriesStore seriesStore,
            DigestIndexes digests,
            HalfStore halves,
            BlockStore blocks,
            BlockCodec codec,
            SeriesActivity activity) {
        this.sealedRecords = sealedRecords;
        this.seriesStore = seriesStore;
        this.digests = digests;
        this.halves = halves;
        this.blocks = blocks;
        this.codec = codec;
        this.activity = activity;
    }

    /** A block to be written, and the number of the last half looked at; no block where there was none left. */
    private record Step(Optional<PendingBlock> block, long after) {}

    /**
     * Packs every series that nobody added to for some time.
     *
     * @param projects by whose names UIDs may have been derived, beside the empty one
     */
    public synchronized CompactionSummary run(
            ReaderPool readers, GroupCommitter committer, Duration idle, Collection<String> projects) {
        Set<String> names = new LinkedHashSet<>(projects);
        names.add("");
        List<PendingBlock> pending = new ArrayList<>();
        CompactionSummary summary = new CompactionSummary(0, 0, 0);
        long series = 0;
        while (true) {
            long after = series;
            Optional<Long> next = readers.read(connection -> nextSeries(connection, after));
            if (next.isEmpty()) {
                return summary.plus(flush(committer, pending));
            }
            series = next.get();
            if (idle.isZero() || isIdle(readers, series, idle)) {
                summary = summary.plus(pack(readers, committer, series, names, pending));
            }
        }
    }

    private CompactionSummary pack(
            ReaderPool readers,
            GroupCommitter committer,
            long series,
            Collection<String> projects,
            List<PendingBlock> pending) {
        CompactionSummary summary = new CompactionSummary(0, 0, 0);
        long after = 0;
        while (true) {
            long start = after;
            Step step = readers.read(connection -> step(connection, series, start, projects));
            if (step.block().isEmpty()) {
                return summary.plus(new CompactionSummary(start > 0 ? 1 : 0, 0, 0));
            }
            pending.add(step.block().get());
            after = step.after();
            if (pending.stream().mapToInt(PendingBlock::halves).sum() >= MAX_HALVES_A_COMMIT) {
                summary = summary.plus(flush(committer, pending));
            }
        }
    }

    /** Only the first step of a series may add to its last block: what later ones follow is not written yet. */
    private Step step(Connection connection, long row, long start, Collection<String> projects) throws SQLException {
        Filling filling = new Filling();
        if (start == 0) {
            long last = blocks.lastOf(connection, row);
            if (last != 0) {
                filling.startWith(last, blocks.open(connection, last).entries());
            }
        }
        long after = start;
        try (HalfStore.Cursor cursor = halves.ofSeries(connection, row, start, MAX_SEALED_BYTES)) {
            while (cursor.next()) {
                StoredHalf stored = cursor.current();
                if (!filling.take(entry(stored))) {
                    break;
                }
                after = stored.number();
            }
        }
        return filling.packedNow.isEmpty()
                ? new Step(Optional.empty(), after)
                : new Step(Optional.of(seal(connection, row, filling, projects)), after);
    }

    private BlockEntry entry(StoredHalf stored) {
        IdentityHalf half = stored.half();
        return new BlockEntry(
                stored.number(),
                digests.object(half.key()),
                digests.original(half.originalDigest()),
                half.key().sopUid(),
                HalfCodec.body(half));
    }

    private PendingBlock seal(Connection connection, long row, Filling filling, Collection<String> projects)
            throws SQLException {
        SeriesState series = seriesStore.byRow(connection, row);
        List<BlockRow> rows = filling.entries.stream().map(BlockRow::of).toList();
        byte[] rowsDigest = BlockRow.digest(rows);
        byte[] plain = codec.encode(filling.entries, projects);
        byte[] sealed = sealedRecords.sealBlock(series.patient(), series.index(), rowsDigest, plain);
        // the halves go when the block is written: it must give them back
        byte[] opened = sealedRecords.openBlock(series.patient(), series.index(), rowsDigest, sealed);
        if (!codec.decode(opened, rows).equals(filling.entries)) {
            throw new SymbolonException(ErrorCode.INTERNAL, "A block does not hold the halves that were packed");
        }
        return new PendingBlock(row, filling.replacedBlock, filling.packedNow, rows, sealed);
    }

    private static Optional<Long> nextSeries(Connection connection, long after) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT ifnull(min(series), 0) FROM half WHERE series > ?")) {
            select.setLong(1, after);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1) == 0 ? Optional.empty() : Optional.of(row.getLong(1));
            }
        }
    }

    private boolean isIdle(ReaderPool readers, long series, Duration idle) {
        return readers.read(connection ->
                activity.isIdle(seriesStore.byRow(connection, series).index(), idle));
    }

    /** The halves of one block, as many as it may hold. */
    private static final class Filling {
        private final List<BlockEntry> entries = new ArrayList<>();
        private final List<Long> packedNow = new ArrayList<>();
        private long replacedBlock;
        private int bytes;

        /** A block that is at most half full is packed anew with what came later. */
        void startWith(long block, List<BlockEntry> present) {
            int presentBytes =
                    present.stream().mapToInt(entry -> entry.body().length).sum();
            if (present.size() <= BlockCodec.MAX_HALVES / 2 && presentBytes <= BlockCodec.MAX_BODY_BYTES / 2) {
                replacedBlock = block;
                entries.addAll(present);
                bytes = presentBytes;
            }
        }

        /** Whether the half was dealt with; else the block is full. A half that fits no block is left where it is. */
        boolean take(BlockEntry entry) {
            int length = entry.body().length;
            if (length > BlockCodec.MAX_BODY_BYTES) {
                return true;
            }
            boolean fits = entries.size() < BlockCodec.MAX_HALVES && bytes + length <= BlockCodec.MAX_BODY_BYTES;
            if (!fits && !packedNow.isEmpty()) {
                return false;
            }
            if (!fits) {
                replacedBlock = 0;
                entries.clear();
                bytes = 0;
            }
            entries.add(entry);
            packedNow.add(entry.half());
            bytes += length;
            return true;
        }
    }

    private static CompactionSummary flush(GroupCommitter committer, List<PendingBlock> pending) {
        if (pending.isEmpty()) {
            return new CompactionSummary(0, 0, 0);
        }
        List<PendingBlock> blocks = List.copyOf(pending);
        committer.call(connection -> {
            for (PendingBlock block : blocks) {
                block.write(connection);
            }
            return true;
        });
        pending.clear();
        long halves = blocks.stream().mapToLong(PendingBlock::halves).sum();
        return new CompactionSummary(0, blocks.size(), halves);
    }
}
