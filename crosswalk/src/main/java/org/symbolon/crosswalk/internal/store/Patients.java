package org.symbolon.crosswalk.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.symbolon.crosswalk.PatientIdentity;
import org.symbolon.crosswalk.PatientPseudonym;
import org.symbolon.crosswalk.PatientRecord;
import org.symbolon.crosswalk.PossibleMatch;

/**
 * Who is who. Two records are one person where scope and patient ID agree, and of name and birth date one agrees and none
 * contradicts, or where name, birth date and sex agree and one record lists the other's ID ({@link SamePerson}); all else is
 * at most noted as a possible match. Thread-safe.
 */
public final class Patients {
    /** More candidates than this are not noted: an ID that everybody has says nothing. */
    static final int MAX_CANDIDATES = 32;

    private static final int CACHED_RECORDS = 4096;
    private static final int PAGE = 500;

    private final BlindIndexes indexes;
    private final PatientStore store;
    private final BoundedCache<PatientIdentity, PatientPseudonym> cache = new BoundedCache<>(CACHED_RECORDS);

    Patients(BlindIndexes indexes, PatientStore store) {
        this.indexes = indexes;
        this.store = store;
    }

    /** Empty where this very record was never seen. */
    public Optional<PatientPseudonym> find(ReaderPool readers, PatientIdentity identity) {
        PatientPseudonym cached = cache.find(identity);
        if (cached != null) {
            return Optional.of(cached);
        }
        PatientIndexes record = new PatientIndexes(indexes, identity);
        Optional<PatientPseudonym> found = readers.read(connection -> {
            List<Long> rows = store.find(connection, record.record(), 1);
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(store.load(connection, rows.get(0)).pseudonym());
        });
        found.ifPresent(pseudonym -> cache.put(identity, pseudonym));
        return found;
    }

    /** Whether somebody has this pseudonym. */
    public boolean knows(ReaderPool readers, String pseudonym) {
        return readers.read(connection -> store.key(connection, pseudonym).isPresent());
    }

    /** Matches, and makes a new person where nobody fits; durable when it returns. */
    public PatientPseudonym findOrCreate(GroupCommitter committer, PatientIdentity identity) {
        PatientIndexes record = new PatientIndexes(indexes, identity);
        PatientPseudonym pseudonym = committer.call(connection -> match(connection, identity, record));
        cache.put(identity, pseudonym);
        return pseudonym;
    }

    private PatientPseudonym match(Connection connection, PatientIdentity identity, PatientIndexes record)
            throws SQLException {
        Set<Long> same = same(connection, identity, record);
        long patient = same.isEmpty()
                ? store.insert(connection, PatientData.create(identity))
                : same.iterator().next();
        for (long other : same) {
            note(connection, patient, other, PossibleMatch.Reason.CROSS_LISTED);
        }
        noteCandidates(connection, patient, same, record);
        store.index(connection, patient, record.own());
        PatientStore.Loaded loaded = store.load(connection, patient);
        PatientData extended = loaded.data().with(identity);
        if (!extended.equals(loaded.data())) {
            store.update(connection, loaded.key(), extended);
        }
        return loaded.pseudonym();
    }

    /** Rows of the people whom the record is certainly of, the strongest first: more than one only where they were known apart. */
    private Set<Long> same(Connection connection, PatientIdentity identity, PatientIndexes record) throws SQLException {
        Set<Long> same = candidates(connection, List.of(record.person()));
        Map<Long, List<PatientIdentity>> known = known(connection, record, same);
        SamePerson person = new SamePerson(identity);
        if (same.isEmpty()) {
            underOneId(person, known).ifPresent(same::add);
        }
        same.addAll(candidates(connection, record.crossListed()));
        known.forEach((row, identities) -> {
            if (person.isCrossListed(identities)) {
                same.add(row);
            }
        });
        return same;
    }

    /** What records said about the people who share an ID with the record, the earliest first. */
    private Map<Long, List<PatientIdentity>> known(Connection connection, PatientIndexes record, Set<Long> same)
            throws SQLException {
        Map<Long, List<PatientIdentity>> known = new TreeMap<>();
        for (long row : candidates(connection, record.byId())) {
            if (!same.contains(row) && known.size() < 2 * MAX_CANDIDATES) {
                known.put(row, store.load(connection, row).data().identities());
            }
        }
        return known;
    }

    /** The one who agrees best; nobody where two agree alike who contradict each other. */
    private static Optional<Long> underOneId(SamePerson person, Map<Long, List<PatientIdentity>> known) {
        SamePerson.Verdict best = SamePerson.Verdict.UNKNOWN;
        List<Long> found = new ArrayList<>();
        for (Map.Entry<Long, List<PatientIdentity>> one : known.entrySet()) {
            SamePerson.Verdict verdict = person.of(one.getValue());
            if (verdict.compareTo(best) > 0) {
                best = verdict;
                found.clear();
            }
            if (verdict == best && verdict.isCertain()) {
                found.add(one.getKey());
            }
        }
        boolean doubtful = found.stream().anyMatch(one -> contradicts(known, one, found));
        return doubtful ? Optional.empty() : found.stream().findFirst();
    }

    private static boolean contradicts(Map<Long, List<PatientIdentity>> known, long one, List<Long> others) {
        List<PatientIdentity> identities = identities(known, one);
        return others.stream()
                .filter(other -> other != one)
                .anyMatch(other -> identities.stream()
                        .anyMatch(identity ->
                                new SamePerson(identity).of(identities(known, other)) == SamePerson.Verdict.ANOTHER));
    }

    private static List<PatientIdentity> identities(Map<Long, List<PatientIdentity>> known, long row) {
        return known.getOrDefault(row, List.of());
    }

    private void noteCandidates(Connection connection, long patient, Set<Long> same, PatientIndexes record)
            throws SQLException {
        for (PatientIndexes.Entry entry : record.own()) {
            PossibleMatch.@Nullable Reason reason = reason(entry.kind());
            if (reason == null) {
                continue;
            }
            for (long other : store.find(connection, entry, MAX_CANDIDATES)) {
                if (!same.contains(other)) {
                    note(connection, patient, other, reason);
                }
            }
        }
    }

    private static PossibleMatch.@Nullable Reason reason(PatientIndexes.Kind kind) {
        return switch (kind) {
            case DEMOGRAPHICS -> PossibleMatch.Reason.SAME_DEMOGRAPHICS;
            case SCOPED_ID -> PossibleMatch.Reason.SAME_ID;
            case RECORD, PERSON, OWN_ID, LISTED_ID, ANY_ID -> null;
        };
    }

    private void note(Connection connection, long patient, long other, PossibleMatch.Reason reason)
            throws SQLException {
        if (patient != other) {
            store.recordPossibleMatch(connection, patient, other, reason);
        }
    }

    private Set<Long> candidates(Connection connection, List<PatientIndexes.Entry> entries) throws SQLException {
        Set<Long> rows = new LinkedHashSet<>();
        for (PatientIndexes.Entry entry : entries) {
            rows.addAll(store.find(connection, entry, MAX_CANDIDATES));
        }
        return rows;
    }

    /** Everybody, in the order in which they were first seen. The consumer may use the crosswalk. */
    public void forEach(ReaderPool readers, Consumer<PatientRecord> consumer) {
        long after = 0;
        while (true) {
            long start = after;
            List<PatientStore.Loaded> page = readers.read(connection -> store.page(connection, start, PAGE));
            if (page.isEmpty()) {
                return;
            }
            page.forEach(loaded -> consumer.accept(loaded.record()));
            after = page.get(page.size() - 1).key().row();
        }
    }

    /** Rows of everybody who has this ID, whoever issued it, at most {@link #MAX_CANDIDATES}. */
    public List<Long> withId(ReaderPool readers, String patientId) {
        PatientIndexes.Entry entry = PatientIndexes.anyId(indexes, patientId);
        return readers.read(connection -> {
            List<Long> rows = new ArrayList<>();
            for (long row : store.find(connection, entry, MAX_CANDIDATES)) {
                boolean hasId = store.load(connection, row).data().identities().stream()
                        .anyMatch(identity -> PatientIndexes.ids(identity).contains(patientId));
                if (hasId) {
                    rows.add(row);
                }
            }
            return rows;
        });
    }

    /** Indexes everybody anew: kinds of index that a newer version added are then there for the old rows. */
    public void reindex(Connection connection) throws SQLException {
        long after = 0;
        while (true) {
            List<PatientStore.Loaded> page = store.page(connection, after, PAGE);
            if (page.isEmpty()) {
                return;
            }
            for (PatientStore.Loaded loaded : page) {
                for (PatientIdentity identity : loaded.data().identities()) {
                    store.index(connection, loaded.key().row(), new PatientIndexes(indexes, identity).own());
                }
                after = loaded.key().row();
            }
        }
    }

    /** {@code WRONG_KEY} where the crosswalk was rotated to a wrapping key that came after the keystore's. */
    public void requireNewestKeys(GroupCommitter committer) {
        committer.call(connection -> {
            store.requireNewestKeys(connection);
            return true;
        });
    }

    public boolean isWrappedWith(ReaderPool readers, int wrappingKey) {
        return readers.read(connection ->
                store.wrappedOtherwise(connection, 0, wrappingKey, 1).isEmpty());
    }

    /** Wraps the keys of all patients with the wrapping key in use; every page is durable before the next. */
    public long rewrap(ReaderPool readers, GroupCommitter committer) {
        committer.call(connection -> {
            store.noteWrappingKey(connection);
            return true;
        });
        long wrapped = 0;
        long after = 0;
        while (true) {
            long start = after;
            List<Long> page =
                    readers.read(connection -> store.wrappedOtherwise(connection, start, store.wrappingKey(), PAGE));
            if (page.isEmpty()) {
                return wrapped;
            }
            committer.call(connection -> {
                for (long patient : page) {
                    store.rewrap(connection, patient);
                }
                return true;
            });
            wrapped += page.size();
            after = page.get(page.size() - 1);
        }
    }

    public List<PossibleMatch> possibleMatches(ReaderPool readers) {
        return readers.read(store::possibleMatches);
    }
}
