package org.symbolon.deidentification.internal;

import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.NumberKind;
import org.symbolon.crosswalk.Pseudonyms;

/** What the keys alone make of values, for all objects of one run; what was asked for lately is remembered. Thread-safe. */
public final class KeyedValues {
    private static final String HASH_PURPOSE = "attribute";
    private static final char SEPARATOR = '\n';

    private final Crosswalk crosswalk;
    private final String project;
    private final RecentValues uids = new RecentValues();
    private final RecentValues hospitalUids = new RecentValues();
    private final RecentValues accessions = new RecentValues();
    private final RecentValues visits = new RecentValues();

    public KeyedValues(Crosswalk crosswalk, String project) {
        this.crosswalk = crosswalk;
        this.project = project;
    }

    /** The UID to stand for this one in the project. */
    public String uid(String uid) {
        return uids.get(uid, original -> pseudonyms().uid(project, original));
    }

    String hospitalUid(String uid) {
        return project.isEmpty()
                ? uid(uid)
                : hospitalUids.get(uid, original -> pseudonyms().uid("", original));
    }

    String hash(String value, boolean byProject) {
        return pseudonyms().hash(HASH_PURPOSE, byProject ? project : "", value);
    }

    String projectPatient(String pseudonym) {
        return pseudonyms().projectPatient(project, pseudonym);
    }

    /**
     * The pseudonym of an accession or visit number.
     *
     * @param stored whether numbers that cannot be encrypted may get a token in the crosswalk
     */
    String number(NumberKind kind, String issuer, String number, boolean stored) {
        if (number.isEmpty()) {
            return "";
        }
        if (!stored) {
            return pseudonyms().number(kind, issuer, number).orElse("t");
        }
        RecentValues known = kind == NumberKind.ACCESSION ? accessions : visits;
        return known.get(
                issuer + SEPARATOR + number,
                // The issuer may hold the separator, the number is what stands behind the last.
                key -> crosswalk.number(kind, issuer, number));
    }

    private Pseudonyms pseudonyms() {
        return crosswalk.pseudonyms();
    }
}
