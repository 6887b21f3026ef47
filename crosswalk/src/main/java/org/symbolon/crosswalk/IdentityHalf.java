package org.symbolon.crosswalk;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Everything that de-identification took out of one original, in plain form: it exists in memory only, the crosswalk seals
 * it. Immutable, as long as nobody writes into {@link #content}, which is not copied. {@link #toString} shows nothing. Two are equal
 * whatever their {@link #large}.
 */
public final class IdentityHalf {
    /** The longest content that is kept; an original whose half is longer is refused with {@code LIMIT_EXCEEDED}. */
    public static final int MAX_CONTENT_BYTES = 256 << 20;

    /** Most accession numbers, and most visit numbers, of one record. */
    public static final int MAX_SEARCH_KEYS = 4096;

    /** The longest original UID or accession number that is kept. */
    public static final int MAX_FIELD_CHARACTERS = 1024;

    private final String patientPseudonym;
    private final ObjectKey key;
    private final String originalDigest;
    private final byte[] content;
    private final String originalStudyUid;
    private final String originalSeriesUid;
    private final String originalSopUid;
    private final String originalAccession;
    private final List<String> accessionNumbers;
    private final List<String> visitNumbers;
    private final @Nullable LargeContent large;

    /**
     * @param patientPseudonym {@link PatientPseudonym#id} as {@link Crosswalk#patient} gave it
     * @param key the anonymous object that this half belongs to
     * @param originalDigest of the whole original file, lower-case hexadecimal: 64 digits are a SHA-256, 32 a keyed digest
     * @param content the engine's own encoding of the inverse edits, at most {@link #MAX_CONTENT_BYTES}; opaque here
     * @param originalStudyUid may be empty, as may the following
     */
    public IdentityHalf(
            String patientPseudonym,
            ObjectKey key,
            String originalDigest,
            byte[] content,
            String originalStudyUid,
            String originalSeriesUid,
            String originalSopUid,
            String originalAccession) {
        ObjectKey.requireDigest(originalDigest);
        if (content.length > MAX_CONTENT_BYTES) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED, "An identity half holds at most " + MAX_CONTENT_BYTES + " bytes");
        }
        this.patientPseudonym = patientPseudonym;
        this.key = key;
        this.originalDigest = originalDigest;
        this.content = content;
        this.originalStudyUid = bounded(originalStudyUid);
        this.originalSeriesUid = bounded(originalSeriesUid);
        this.originalSopUid = bounded(originalSopUid);
        this.originalAccession = bounded(originalAccession);
        this.accessionNumbers = originalAccession.isEmpty() ? List.of() : List.of(originalAccession);
        this.visitNumbers = List.of();
        this.large = null;
    }

    private IdentityHalf(
            IdentityHalf half, List<String> accessionNumbers, List<String> visitNumbers, @Nullable LargeContent large) {
        this.patientPseudonym = half.patientPseudonym;
        this.key = half.key;
        this.originalDigest = half.originalDigest;
        this.content = half.content;
        this.originalStudyUid = half.originalStudyUid;
        this.originalSeriesUid = half.originalSeriesUid;
        this.originalSopUid = half.originalSopUid;
        this.originalAccession = half.originalAccession;
        this.accessionNumbers = accessionNumbers;
        this.visitNumbers = visitNumbers;
        this.large = large;
    }

    /** The same half with bytes beside its content, which are stored in a file of their own. */
    public IdentityHalf withLarge(LargeContent bytes) {
        return new IdentityHalf(this, accessionNumbers, visitNumbers, bytes);
    }

    /** Null where nothing is beside the content. A half that was stored has it always: whether there is a file the content tells. */
    public @Nullable LargeContent large() {
        return large;
    }

    /**
     * The same half of a textual record, to be found by these original numbers: a record may belong to several orders and speak
     * of several visits. Empty ones and repetitions are dropped.
     *
     * @throws SymbolonException {@code LIMIT_EXCEEDED} past {@link #MAX_SEARCH_KEYS}, {@code USAGE} for an image
     */
    public IdentityHalf withSearchKeys(List<String> accessionNumbers, List<String> visitNumbers) {
        if (!key.isDocument()) {
            throw new SymbolonException(ErrorCode.USAGE, "Only a textual record has search keys of its own");
        }
        return new IdentityHalf(this, searchKeys(accessionNumbers), searchKeys(visitNumbers), large);
    }

    private static List<String> searchKeys(List<String> numbers) {
        List<String> keys =
                numbers.stream().filter(number -> !number.isEmpty()).distinct().toList();
        if (keys.size() > MAX_SEARCH_KEYS) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED, "A record has at most " + MAX_SEARCH_KEYS + " numbers of a kind");
        }
        keys.forEach(IdentityHalf::bounded);
        return keys;
    }

    private static String bounded(String text) {
        if (text.length() > MAX_FIELD_CHARACTERS) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "A UID or number of an identity half has at most " + MAX_FIELD_CHARACTERS + " characters");
        }
        return text;
    }

    public String patientPseudonym() {
        return patientPseudonym;
    }

    public ObjectKey key() {
        return key;
    }

    /** 64 digits are a SHA-256, 32 a keyed digest. */
    public String originalDigest() {
        return originalDigest;
    }

    /**
     * The digest of an original that is known to have a SHA-256.
     *
     * @throws SymbolonException {@code USAGE} where it has a keyed digest
     */
    public String originalSha256() {
        return ObjectKey.sha256(originalDigest);
    }

    /** Not a copy: callers read only. */
    public byte[] content() {
        return content;
    }

    public String originalStudyUid() {
        return originalStudyUid;
    }

    public String originalSeriesUid() {
        return originalSeriesUid;
    }

    public String originalSopUid() {
        return originalSopUid;
    }

    public String originalAccession() {
        return originalAccession;
    }

    /** By which original accession numbers it is found: an image by its own. */
    public List<String> accessionNumbers() {
        return accessionNumbers;
    }

    /** By which original visit numbers it is found. */
    public List<String> visitNumbers() {
        return visitNumbers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdentityHalf half
                && patientPseudonym.equals(half.patientPseudonym)
                && key.equals(half.key)
                && originalDigest.equals(half.originalDigest)
                && Arrays.equals(content, half.content)
                && originalStudyUid.equals(half.originalStudyUid)
                && originalSeriesUid.equals(half.originalSeriesUid)
                && originalSopUid.equals(half.originalSopUid)
                && originalAccession.equals(half.originalAccession)
                && accessionNumbers.equals(half.accessionNumbers)
                && visitNumbers.equals(half.visitNumbers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(key, originalDigest);
    }

    @Override
    public String toString() {
        return "[identity half]";
    }
}
