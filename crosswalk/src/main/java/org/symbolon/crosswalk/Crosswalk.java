package org.symbolon.crosswalk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.symbolon.crosswalk.internal.keys.KeyMaterial;
import org.symbolon.crosswalk.internal.store.CrosswalkFolder;
import org.symbolon.crosswalk.internal.store.GroupCommitter;
import org.symbolon.crosswalk.internal.store.LargeFiles;
import org.symbolon.crosswalk.internal.store.ReaderPool;
import org.symbolon.crosswalk.internal.store.Schema;
import org.symbolon.crosswalk.internal.store.Tables;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * The store of identities: who is who, and the identity half of every object. One folder, one SQLite file, in which no value
 * stands in plain form ({@code docs/format/crosswalk.md}). Whoever opens it closes it, before its {@link Keystore}.
 *
 * <p>Thread-safe. One process at a time may write; any number may read beside it. A writing method returns when its change is
 * on disk, and may be repeated after any error: all of them are idempotent. Errors are {@link SymbolonException}s: {@code
 * DAMAGED} where a record is not what was written, {@code OUT_OF_RESOURCES} where the disk or the wait failed, {@code USAGE}
 * where a crosswalk opened for reading is asked to write.
 */
public final class Crosswalk implements AutoCloseable {
    private final Pseudonyms pseudonyms;
    private final Tables tables;
    private final ReaderPool readers;
    private final LargeFiles largeFiles;
    private final @Nullable Writer writer;

    /** What only the writing process has. */
    private record Writer(GroupCommitter committer, FileChannel lock) {}

    private Crosswalk(
            Pseudonyms pseudonyms, Tables tables, ReaderPool readers, LargeFiles largeFiles, @Nullable Writer writer) {
        this.pseudonyms = pseudonyms;
        this.tables = tables;
        this.readers = readers;
        this.largeFiles = largeFiles;
        this.writer = writer;
    }

    /**
     * Opens for reading and writing; makes the folder and an empty crosswalk where there is none.
     *
     * @throws SymbolonException {@code OUT_OF_RESOURCES} where another process writes to it, {@code WRONG_KEY} where the
     *     keystore is another's, {@code UNSUPPORTED_FORMAT} where a newer version wrote it, {@code DAMAGED}
     */
    public static Crosswalk open(Path folder, Keystore keystore) throws IOException {
        CrosswalkFolder files = new CrosswalkFolder(folder);
        Tables tables = new Tables(keystore.keys(), keystore.pseudonyms());
        files.create();
        FileChannel lock = files.lockForWriting();
        try {
            GroupCommitter committer =
                    new GroupCommitter(Schema.openWriter(files, tables.keyCheck(), tables.patients()::reindex));
            Crosswalk crosswalk = new Crosswalk(
                    keystore.pseudonyms(),
                    tables,
                    new ReaderPool(files),
                    tables.largeFiles(files),
                    new Writer(committer, lock));
            try {
                tables.patients().requireNewestKeys(committer);
            } catch (RuntimeException e) {
                crosswalk.close();
                throw e;
            }
            return crosswalk;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** As {@link #open}, but {@code NOT_FOUND} where there is no crosswalk. */
    public static Crosswalk openExisting(Path folder, Keystore keystore) throws IOException {
        new CrosswalkFolder(folder).requirePresent();
        return open(folder, keystore);
    }

    /** Whether every patient's key is wrapped with the wrapping key in use. */
    boolean isWrappedWith(KeyMaterial keys) {
        return tables.patients().isWrappedWith(readers, keys.currentWrappingKey());
    }

    /** Wraps every patient's key with the wrapping key in use, a page at a time; how many. */
    long rewrap(KeyMaterial keys) {
        return new Tables(keys, pseudonyms).patients().rewrap(readers, committer());
    }

    /**
     * Opens for reading only, beside whoever writes. The folder must be writable all the same (SQLite's shared memory).
     *
     * @throws SymbolonException as {@link #open}; {@code NOT_FOUND} where there is no crosswalk
     */
    public static Crosswalk openForReading(Path folder, Keystore keystore) throws IOException {
        CrosswalkFolder files = new CrosswalkFolder(folder);
        files.requirePresent();
        Tables tables = new Tables(keystore.keys(), keystore.pseudonyms());
        ReaderPool readers = new ReaderPool(files);
        try {
            if (!readers.check(tables.keyCheck())) {
                // opening for writing brings an older version up to date
                open(folder, keystore).close();
            }
        } catch (IOException | RuntimeException e) {
            readers.close();
            throw e;
        }
        return new Crosswalk(keystore.pseudonyms(), tables, readers, tables.largeFiles(files), null);
    }

    /** The keystore's. */
    public Pseudonyms pseudonyms() {
        return pseudonyms;
    }

    /**
     * The pseudonym of the person that the record speaks of; a new one where nobody fits. The rule of matching is on {@code
     * docs/format/crosswalk.md}.
     *
     * @throws SymbolonException {@code MISSING_UID} where the record has neither an ID, nor name and birth date, nor a study
     */
    public PatientPseudonym patient(PatientIdentity identity) {
        Optional<PatientPseudonym> known = tables.patients().find(readers, identity);
        return known.isPresent() ? known.get() : tables.patients().findOrCreate(committer(), identity);
    }

    /**
     * The pseudonym of an accession or visit number, at most 16 characters of {@code 0-9A-Za-z~-._}: encrypted where {@link
     * Pseudonyms#number} can, else a stored random token of {@code t} and 15 more. The empty number stays empty.
     *
     * @param value trimmed by the caller
     */
    public String number(NumberKind kind, String issuer, String value) {
        if (value.isEmpty()) {
            return "";
        }
        return pseudonyms
                .number(kind, issuer, value)
                .or(() -> tables.numbers().find(readers, kind, issuer, value))
                .orElseGet(() -> tables.numbers().findOrCreate(committer(), kind, issuer, value));
    }

    /**
     * Seals and stores a half; on disk when it returns. A half with the same object key and original digest as one that is
     * there already changes nothing. What is {@link IdentityHalf#large} goes into a sealed file first. Threads that commit at the same time share the cost of the disk.
     *
     * @throws SymbolonException {@code NOT_FOUND} where {@link #patient} never gave the half's pseudonym
     */
    public void commit(IdentityHalf half) {
        commitAll(List.of(half));
    }

    /** As {@link #commit}, for several in one transaction: all or none. */
    public void commitAll(Collection<IdentityHalf> halves) {
        GroupCommitter committer = committer();
        for (IdentityHalf half : halves) {
            LargeContent large = half.large();
            if (large != null && !(largeFiles.has(half) && isStored(half))) {
                largeFiles.write(readers, half, large);
            }
        }
        tables.halves().commit(readers, committer, halves);
    }

    private boolean isStored(IdentityHalf half) {
        return tables.halves().find(readers, half.key()).stream()
                .anyMatch(stored -> stored.originalDigest().equals(half.originalDigest()));
    }

    /** The halves of every original that became this anonymous object, in the order of commit; empty if there is none. */
    public List<IdentityHalf> halves(ObjectKey key) {
        return tables.halves().find(readers, key).stream()
                .map(half -> half.withLarge(largeFiles.of(readers, half)))
                .toList();
    }

    /** The anonymous objects whose original had this accession number, whoever issued it. */
    public List<ObjectKey> byAccession(String originalAccession) {
        return tables.halves().byAccession(readers, originalAccession);
    }

    /** The textual records that speak of this visit, whoever numbered it. */
    public List<ObjectKey> byVisit(String originalVisitNumber) {
        return tables.halves().byVisit(readers, originalVisitNumber);
    }

    /** All objects of everybody who has this patient ID, whoever issued it, in the order of commit. */
    public List<ObjectKey> byPatientId(String originalPatientId) {
        return tables.halves().ofPatients(readers, tables.patients().withId(readers, originalPatientId.strip()));
    }

    /** The anonymous objects whose original belonged to this study. */
    public List<ObjectKey> byStudy(String originalStudyUid) {
        return tables.halves().byStudy(readers, originalStudyUid);
    }

    /**
     * Whether a half of this very file is stored.
     *
     * @param originalDigest of the whole file, as its half has it
     */
    public boolean knowsOriginal(String originalDigest) {
        return tables.halves().knowsOriginal(readers, originalDigest);
    }

    /** Whether {@link #patient} ever gave this pseudonym to somebody. */
    public boolean knowsPseudonym(String pseudonym) {
        return tables.patients().knows(readers, pseudonym);
    }

    /** Hands over every half in the order of commit, a page at a time. The consumer may call this crosswalk. */
    public void forEachHalf(Consumer<IdentityHalf> consumer) {
        tables.halves().forEach(readers, half -> consumer.accept(half.withLarge(largeFiles.of(readers, half))));
    }

    /** Hands over everybody known, in the order of first sight. The consumer may call this crosswalk. */
    public void forEachPatient(Consumer<PatientRecord> consumer) {
        tables.patients().forEach(readers, consumer);
    }

    /** The pairs that somebody should look at. */
    public List<PossibleMatch> possibleMatches() {
        return tables.patients().possibleMatches(readers);
    }

    public CrosswalkCounts counts() {
        return Tables.counts(readers);
    }

    public CrosswalkInfo info() {
        return Tables.info(readers);
    }

    /**
     * Packs the halves of every series into blocks: an instance of a CT series then takes 50 to 62 bytes instead of 190, indexes
     * aside. Nobody sees a difference; a half that comes later for a packed series joins the next time. May be killed at any
     * moment, and run again: work that is done is not done twice. Others may read and commit meanwhile.
     *
     * @param projects by whose names {@link Pseudonyms#uid} was asked; the empty one is always tried. A UID that none of them
     *     gives takes 16 bytes more.
     */
    public CompactionSummary compact(Collection<String> projects) {
        return compactIdle(Duration.ZERO, projects);
    }

    /** As {@link #compact}, of the series that this process did not add to for so long. */
    public CompactionSummary compactIdle(Duration idle, Collection<String> projects) {
        return tables.compaction().run(readers, committer(), idle, projects);
    }

    private GroupCommitter committer() {
        if (writer == null) {
            throw new SymbolonException(ErrorCode.USAGE, "This crosswalk was opened for reading only");
        }
        return writer.committer();
    }

    /** Waits for commits under way, closes the database, and lets the next writer in. */
    @Override
    public void close() {
        if (writer == null) {
            readers.close();
            return;
        }
        // closed from the last to the first: the lock goes when nothing is open any more
        try (FileChannel lock = writer.lock();
                GroupCommitter committer = writer.committer();
                ReaderPool pool = readers) {
            // closing is all there is to do
        } catch (IOException e) {
            throw new SymbolonException(ErrorCode.OUT_OF_RESOURCES, "The crosswalk's lock cannot be released", e);
        }
    }
}
