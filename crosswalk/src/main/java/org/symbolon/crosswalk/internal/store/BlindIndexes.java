package org.symbolon.crosswalk.internal.store;

import java.util.Arrays;
import org.symbolon.crosswalk.NumberKind;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.crosswalk.Pseudonyms;

/**
 * The keyed hashes, cut to 128 bits, that stand in the database where values would. Purposes are part of the format.
 * Thread-safe.
 */
public final class BlindIndexes {
    private static final int INDEX_BYTES = 16;

    private final Pseudonyms pseudonyms;

    public BlindIndexes(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** Tells whether keystore and database belong together. */
    public byte[] keyCheck(String organisation) {
        return index("crosswalk", organisation);
    }

    byte[] object(ObjectKey key) {
        return index("object", key.studyUid(), key.seriesUid(), key.sopUid(), key.dataSetDigest());
    }

    /** What the digest of a packed half's anonymous data set is encrypted with. */
    byte[] packedObject(String studyUid, String seriesUid, String sopUid) {
        return index("packed-object", studyUid, seriesUid, sopUid);
    }

    byte[] original(String digest) {
        return index("original", digest);
    }

    byte[] series(String pseudonym, ObjectKey key) {
        return index("series", pseudonym, key.studyUid(), key.seriesUid());
    }

    byte[] accession(String originalAccession) {
        return index("original-accession", originalAccession);
    }

    byte[] visit(String originalVisit) {
        return index("original-visit", originalVisit);
    }

    byte[] study(String originalStudyUid) {
        return index("original-study", originalStudyUid);
    }

    /** For {@link PatientStore}. */
    byte[] patient(String kind, String... parts) {
        return index("patient-" + kind, parts);
    }

    byte[] number(NumberKind kind, String issuer, String value) {
        return index("number", kind.label(), issuer, value);
    }

    private byte[] index(String purpose, String... parts) {
        return Arrays.copyOf(pseudonyms.blindIndex(purpose, parts), INDEX_BYTES);
    }
}
