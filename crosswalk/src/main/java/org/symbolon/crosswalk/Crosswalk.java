package org.symbolon.crosswalk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Signature draft, committed first so that other modules can be compiled against it. */
@SuppressWarnings("DoNotCallSuggester")
public final class Crosswalk implements AutoCloseable {
    private Crosswalk() {}

    public static Crosswalk open(Path folder, Keystore keystore) throws IOException {
        throw new UnsupportedOperationException();
    }

    public static Crosswalk openForReading(Path folder, Keystore keystore) throws IOException {
        throw new UnsupportedOperationException();
    }

    public Pseudonyms pseudonyms() {
        throw new UnsupportedOperationException();
    }

    public PatientPseudonym patient(PatientIdentity identity) {
        throw new UnsupportedOperationException();
    }

    public String number(NumberKind kind, String issuer, String value) {
        throw new UnsupportedOperationException();
    }

    public void commit(IdentityHalf half) {
        throw new UnsupportedOperationException();
    }

    public void commitAll(Collection<IdentityHalf> halves) {
        throw new UnsupportedOperationException();
    }

    public List<IdentityHalf> halves(ObjectKey key) {
        throw new UnsupportedOperationException();
    }

    public List<ObjectKey> byAccession(String originalAccession) {
        throw new UnsupportedOperationException();
    }

    public List<ObjectKey> byStudy(String originalStudyUid) {
        throw new UnsupportedOperationException();
    }

    public boolean knowsOriginal(String originalSha256) {
        throw new UnsupportedOperationException();
    }

    public void forEachHalf(Consumer<IdentityHalf> consumer) {
        throw new UnsupportedOperationException();
    }

    public void forEachPatient(Consumer<PatientRecord> consumer) {
        throw new UnsupportedOperationException();
    }

    public List<PossibleMatch> possibleMatches() {
        throw new UnsupportedOperationException();
    }

    public CrosswalkCounts counts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
