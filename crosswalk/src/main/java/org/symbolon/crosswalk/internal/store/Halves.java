package org.symbolon.crosswalk.internal.store;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.ObjectKey;

/**
 * Writing and finding identity halves. Compressing and sealing is done on the caller's thread; the committer only inserts.
 * Thread-safe.
 */
public final class Halves {
    private static final int PAGE = 200;

    private final BlindIndexes indexes;
    private final SeriesStore seriesStore;
    private final HalfStore store;
    private final BlockStore blocks;
    private final SeriesActivity activity;

    Halves(BlindIndexes indexes, SeriesStore seriesStore, HalfStore store, BlockStore blocks, SeriesActivity activity) {
        this.indexes = indexes;
        this.seriesStore = seriesStore;
        this.store = store;
        this.blocks = blocks;
        this.activity = activity;
    }

    /** All of them durable when it returns, in one transaction. */
    public void commit(ReaderPool readers, GroupCommitter committer, Collection<IdentityHalf> halves) {
        Map<ByteBuffer, SeriesState> beginning = new HashMap<>();
        List<PreparedHalf> prepared = new ArrayList<>(halves.size());
        for (IdentityHalf half : halves) {
            prepared.add(prepare(readers, half, beginning));
        }
        List<SeriesState> stored = committer.call(connection -> insert(connection, prepared));
        for (SeriesState series : stored) {
            seriesStore.remember(series);
            activity.touch(series.index());
        }
    }

    private List<SeriesState> insert(Connection connection, List<PreparedHalf> prepared) throws SQLException {
        Set<SeriesState> states = new LinkedHashSet<>();
        try (HalfInserts inserts = new HalfInserts(connection, seriesStore, blocks, store)) {
            for (PreparedHalf half : prepared) {
                states.add(inserts.insert(half));
            }
        }
        return List.copyOf(states);
    }

    private PreparedHalf prepare(ReaderPool readers, IdentityHalf half, Map<ByteBuffer, SeriesState> beginning) {
        byte[] body = HalfCodec.body(half);
        byte[] seriesIndex = indexes.series(half.patientPseudonym(), half.key());
        SeriesState series = beginning.computeIfAbsent(
                ByteBuffer.wrap(seriesIndex),
                index -> seriesStore
                        .remembered(seriesIndex)
                        .orElseGet(() -> readers.read(
                                connection -> seriesStore.findOrBegin(connection, half, seriesIndex, body))));
        return store.prepare(half, series, body);
    }

    public List<IdentityHalf> find(ReaderPool readers, ObjectKey key) {
        byte[] index = indexes.object(key);
        List<StoredHalf> found =
                readers.read(connection -> joined(store.byObject(connection, index), blocks.byObject(connection, key)));
        return found.stream().map(StoredHalf::half).toList();
    }

    /** Those of both tables, in the order of commit. */
    private static List<StoredHalf> joined(List<StoredHalf> unpacked, List<StoredHalf> packed) {
        return Stream.concat(unpacked.stream(), packed.stream())
                .sorted(StoredHalf.IN_ORDER_OF_COMMIT)
                .toList();
    }

    private List<StoredHalf> bySeriesIndex(ReaderPool readers, SeriesStore.Index kind, byte[] value) {
        return readers.read(connection ->
                joined(store.bySeriesIndex(connection, kind, value), blocks.bySeriesIndex(connection, kind, value)));
    }

    public List<ObjectKey> byAccession(ReaderPool readers, String originalAccession) {
        byte[] index = indexes.accession(originalAccession);
        return keys(
                bySeriesIndex(readers, SeriesStore.Index.ACCESSION, index),
                half -> half.accessionNumbers().contains(originalAccession));
    }

    public List<ObjectKey> byVisit(ReaderPool readers, String originalVisit) {
        byte[] index = indexes.visit(originalVisit);
        return keys(
                bySeriesIndex(readers, SeriesStore.Index.VISIT, index),
                half -> half.visitNumbers().contains(originalVisit));
    }

    /** The objects of these rows of the patient table, a page at a time. */
    public List<ObjectKey> ofPatients(ReaderPool readers, Collection<Long> patientRows) {
        LinkedHashSet<ObjectKey> keys = new LinkedHashSet<>();
        for (long patient : patientRows) {
            eachPage(
                    after -> readers.read(connection -> page(
                            store.pageOfPatient(connection, patient, after, PAGE),
                            blocks.pageOfPatient(connection, patient, after, PAGE))),
                    half -> keys.add(half.key()));
        }
        return List.copyOf(keys);
    }

    public List<ObjectKey> byStudy(ReaderPool readers, String originalStudyUid) {
        byte[] index = indexes.study(originalStudyUid);
        return keys(
                bySeriesIndex(readers, SeriesStore.Index.STUDY, index),
                half -> half.originalStudyUid().equals(originalStudyUid));
    }

    /** The index is of the series: only some of its halves have the value. */
    private static List<ObjectKey> keys(List<StoredHalf> halves, Predicate<IdentityHalf> wanted) {
        return halves.stream()
                .map(StoredHalf::half)
                .filter(wanted)
                .map(IdentityHalf::key)
                .distinct()
                .toList();
    }

    public boolean knowsOriginal(ReaderPool readers, String originalDigest) {
        byte[] index = indexes.original(originalDigest);
        return readers.read(connection ->
                store.knowsOriginal(connection, index) || blocks.knowsOriginal(connection, originalDigest));
    }

    /** Every half, in the order of commit. The consumer may use the crosswalk. */
    public void forEach(ReaderPool readers, Consumer<IdentityHalf> consumer) {
        eachPage(
                after -> readers.read(
                        connection -> page(store.page(connection, after, PAGE), blocks.page(connection, after, PAGE))),
                consumer);
    }

    /** The first of both pages: what comes later in the one may come after what the other left for its next page. */
    private static List<StoredHalf> page(List<StoredHalf> unpacked, List<StoredHalf> packed) {
        return joined(unpacked, packed).stream().limit(PAGE).toList();
    }

    private static void eachPage(LongFunction<List<StoredHalf>> pageAfter, Consumer<IdentityHalf> consumer) {
        long after = 0;
        while (true) {
            List<StoredHalf> page = pageAfter.apply(after);
            if (page.isEmpty()) {
                return;
            }
            page.forEach(stored -> consumer.accept(stored.half()));
            after = page.get(page.size() - 1).number();
        }
    }
}
