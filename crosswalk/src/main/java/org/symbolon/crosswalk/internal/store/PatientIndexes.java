package org.symbolon.crosswalk.internal.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.symbolon.crosswalk.PatientIdentity;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** By which blind indexes one record is found, and finds others. Computed once per record. */
final class PatientIndexes {
    /** The numbers and words are part of the format. */
    enum Kind {
        /** The very record, every field of it. */
        RECORD(1, "record"),
        /** Scope, patient ID, name, birth date: whoever agrees in this is one person. */
        PERSON(2, "person"),
        /** Name, birth date, sex and the record's own patient ID. */
        OWN_ID(3, "own-id"),
        /** Name, birth date, sex and an ID that the record lists as another of the same person. */
        LISTED_ID(4, "listed-id"),
        /** Name, birth date and sex: worth a look. */
        DEMOGRAPHICS(5, "demographics"),
        /** Scope and patient ID: worth a look. */
        SCOPED_ID(6, "scoped-id"),
        /** A patient ID, own or listed, whoever issued it: to look people up, never to match them. */
        ANY_ID(7, "any-id");

        private final int stored;
        private final String label;

        Kind(int stored, String label) {
            this.stored = stored;
            this.label = label;
        }

        int stored() {
            return stored;
        }
    }

    /** One blind index. */
    static final class Entry {
        private final Kind kind;
        private final byte[] value;

        private Entry(Kind kind, byte[] value) {
            this.kind = kind;
            this.value = value;
        }

        Kind kind() {
            return kind;
        }

        byte[] value() {
            return value;
        }
    }

    private final Entry record;
    private final List<Entry> own = new ArrayList<>();
    private final List<Entry> certain = new ArrayList<>();

    PatientIndexes(BlindIndexes indexes, PatientIdentity identity) {
        Demographics person = Demographics.of(identity);
        String[] scope = scope(identity);
        boolean hasId = !identity.patientId().isEmpty();
        boolean tellsApart = hasId || person.hasNameAndBirthDate();
        if (!tellsApart && identity.studyInstanceUid().isEmpty()) {
            throw new SymbolonException(
                    ErrorCode.MISSING_UID,
                    "The record has no patient ID, too little else to match by, and no study UID");
        }
        String study = tellsApart ? "" : identity.studyInstanceUid();
        this.record = record(indexes, identity, scope, study);
        Entry matching = entry(
                indexes,
                Kind.PERSON,
                scope[0],
                scope[1],
                identity.patientId(),
                person.name(),
                person.birthDate(),
                study);
        own.add(record);
        own.add(matching);
        certain.add(matching);
        if (hasId) {
            own.add(entry(indexes, Kind.SCOPED_ID, scope[0], scope[1], identity.patientId()));
        }
        for (String id : ids(identity)) {
            own.add(anyId(indexes, id));
        }
        if (person.areComplete()) {
            own.add(entry(indexes, Kind.DEMOGRAPHICS, person.name(), person.birthDate(), person.sex()));
            addIds(indexes, identity, person);
        }
    }

    /** By which people with this ID are found. */
    static Entry anyId(BlindIndexes indexes, String id) {
        return entry(indexes, Kind.ANY_ID, id);
    }

    /** All IDs of a record, its own first. */
    static Set<String> ids(PatientIdentity identity) {
        Set<String> ids = new LinkedHashSet<>();
        if (!identity.patientId().isEmpty()) {
            ids.add(identity.patientId());
        }
        ids.addAll(identity.otherPatientIds());
        return ids;
    }

    private void addIds(BlindIndexes indexes, PatientIdentity identity, Demographics person) {
        if (!identity.patientId().isEmpty()) {
            own.add(id(indexes, Kind.OWN_ID, person, identity.patientId()));
            certain.add(id(indexes, Kind.LISTED_ID, person, identity.patientId()));
        }
        for (String other : identity.otherPatientIds()) {
            own.add(id(indexes, Kind.LISTED_ID, person, other));
            certain.add(id(indexes, Kind.OWN_ID, person, other));
        }
    }

    /** Finds the very same record. */
    Entry record() {
        return record;
    }

    /** What is stored for the record. */
    List<Entry> own() {
        return own;
    }

    /** Whoever has this is the same person. */
    Entry person() {
        return certain.get(0);
    }

    /** Whoever has one of these is the same person, {@link #person} aside. */
    List<Entry> crossListed() {
        return certain.subList(1, certain.size());
    }

    /** Whoever has one of these may be the same person: the record's own ID in its scope, then each of its IDs anywhere. */
    List<Entry> byId() {
        return own.stream()
                .filter(entry -> entry.kind() == Kind.SCOPED_ID || entry.kind() == Kind.ANY_ID)
                .toList();
    }

    private static Entry record(BlindIndexes indexes, PatientIdentity identity, String[] scope, String study) {
        List<String> parts = new ArrayList<>(List.of(
                scope[0],
                scope[1],
                identity.patientId(),
                identity.name(),
                identity.birthDate(),
                identity.sex(),
                study));
        parts.addAll(identity.otherPatientIds());
        return entry(indexes, Kind.RECORD, parts.toArray(String[]::new));
    }

    private static Entry id(BlindIndexes indexes, Kind kind, Demographics person, String id) {
        return entry(indexes, kind, person.name(), person.birthDate(), person.sex(), id);
    }

    private static Entry entry(BlindIndexes indexes, Kind kind, String... parts) {
        return new Entry(kind, indexes.patient(kind.label, parts));
    }

    private static String[] scope(PatientIdentity identity) {
        return identity.issuer().isEmpty()
                ? new String[] {"source", identity.source()}
                : new String[] {"issuer", identity.issuer()};
    }
}
