package org.symbolon.crosswalk.internal.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Writing and finding identity halves. Compressing and sealing is done on the caller's thread; the committer only inserts.
 * Thread-safe.
 */
public final class Halves {
    private static final int PAGE = 200;

    private final BlindIndexes indexes;
    private final PatientStore patients;
    private final SealedRecords sealedRecords;
    private final HalfStore store;

    Halves(BlindIndexes indexes, PatientStore patients, SealedRecords sealedRecords) {
        this.indexes = indexes;
        this.patients = patients;
        this.sealedRecords = sealedRecords;
        this.store = new HalfStore(sealedRecords, indexes, patients);
    }

    /** All of them durable when it returns, in one transaction. */
    public void commit(ReaderPool readers, GroupCommitter committer, Collection<IdentityHalf> halves) {
        Map<ByteBuffer, SeriesState> beginning = new HashMap<>();
        List<PreparedHalf> prepared = new ArrayList<>(halves.size());
        for (IdentityHalf half : halves) {
            prepared.add(prepare(readers, half, beginning));
        }
        List<SeriesState> stored = committer.call(connection -> {
            List<SeriesState> states = new ArrayList<>(prepared.size());
            for (PreparedHalf half : prepared) {
                states.add(store.insert(connection, half));
            }
            return states;
        });
        stored.forEach(store::remember);
    }

    private PreparedHalf prepare(ReaderPool readers, IdentityHalf half, Map<ByteBuffer, SeriesState> beginning) {
        byte[] body = HalfCodec.body(half);
        byte[] seriesIndex = indexes.series(half.patientPseudonym(), half.key());
        Optional<SeriesState> remembered = store.remembered(seriesIndex);
        if (remembered.isPresent()) {
            return store.prepare(half, remembered.get(), body);
        }
        SeriesState series = beginning.computeIfAbsent(
                ByteBuffer.wrap(seriesIndex), index -> seriesOrNew(readers, half, seriesIndex, body));
        return store.prepare(half, series, body);
    }

    private SeriesState seriesOrNew(ReaderPool readers, IdentityHalf half, byte[] seriesIndex, byte[] body) {
        return readers.read(connection -> {
            PatientKey patient = patients.key(connection, half.patientPseudonym())
                    .orElseThrow(() -> new SymbolonException(
                            ErrorCode.NOT_FOUND, "The half's patient pseudonym is not one of this crosswalk"));
            return store.series(connection, patient, seriesIndex)
                    .orElseGet(() -> SeriesState.create(sealedRecords, patient, seriesIndex, half.key(), body));
        });
    }

    public List<IdentityHalf> find(ReaderPool readers, ObjectKey key) {
        byte[] index = indexes.object(key);
        return readers.read(connection -> store.byObject(connection, index));
    }

    public List<ObjectKey> byAccession(ReaderPool readers, String originalAccession) {
        byte[] index = indexes.accession(originalAccession);
        List<IdentityHalf> halves =
                readers.read(connection -> store.bySeriesIndex(connection, HalfStore.SeriesIndex.ACCESSION, index));
        return keys(halves, half -> half.accessionNumbers().contains(originalAccession));
    }

    public List<ObjectKey> byVisit(ReaderPool readers, String originalVisit) {
        byte[] index = indexes.visit(originalVisit);
        List<IdentityHalf> halves =
                readers.read(connection -> store.bySeriesIndex(connection, HalfStore.SeriesIndex.VISIT, index));
        return keys(halves, half -> half.visitNumbers().contains(originalVisit));
    }

    /** The objects of these rows of the patient table, a page at a time. */
    public List<ObjectKey> ofPatients(ReaderPool readers, Collection<Long> patientRows) {
        LinkedHashSet<ObjectKey> keys = new LinkedHashSet<>();
        for (long patient : patientRows) {
            eachPage(
                    after -> readers.read(connection -> store.pageOfPatient(connection, patient, after, PAGE)),
                    half -> keys.add(half.key()));
        }
        return List.copyOf(keys);
    }

    public List<ObjectKey> byStudy(ReaderPool readers, String originalStudyUid) {
        byte[] index = indexes.study(originalStudyUid);
        List<IdentityHalf> halves =
                readers.read(connection -> store.bySeriesIndex(connection, HalfStore.SeriesIndex.STUDY, index));
        return keys(halves, half -> half.originalStudyUid().equals(originalStudyUid));
    }

    /** The index is of the series: only some of its halves have the value. */
    private static List<ObjectKey> keys(List<IdentityHalf> halves, Predicate<IdentityHalf> wanted) {
        return halves.stream().filter(wanted).map(IdentityHalf::key).distinct().toList();
    }

    public boolean knowsOriginal(ReaderPool readers, String originalDigest) {
        byte[] index = indexes.original(originalDigest);
        return readers.read(connection -> store.knowsOriginal(connection, index));
    }

    /** Every half, in the order of commit. The consumer may use the crosswalk. */
    public void forEach(ReaderPool readers, Consumer<IdentityHalf> consumer) {
        eachPage(after -> readers.read(connection -> store.page(connection, after, PAGE)), consumer);
    }

    private static void eachPage(LongFunction<List<HalfStore.StoredHalf>> pageAfter, Consumer<IdentityHalf> consumer) {
        long after = 0;
        while (true) {
            List<HalfStore.StoredHalf> page = pageAfter.apply(after);
            if (page.isEmpty()) {
                return;
            }
            page.forEach(stored -> consumer.accept(stored.half()));
            after = page.get(page.size() - 1).row();
        }
    }
}
