package org.symbolon.deidentification.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.crosswalk.PatientIdentity;
import org.symbolon.crosswalk.PatientPseudonym;
import org.symbolon.deidentification.cleaning.Placeholder;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.deidentification.splice.MemorySplice;
import org.symbolon.deidentification.text.internal.KnownTerms;
import org.symbolon.deidentification.text.internal.RecordContent;
import org.symbolon.deidentification.text.internal.RecordSubstitutes;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.RecordIdentity;
import org.symbolon.record.RecordReader;

/**
 * Parts textual records in two. Thread-safe, as the crosswalk is; the same record, options and crosswalk give the same result
 * for ever. A record is either parted whole or refused with a code. Nothing is committed and nothing is written; the record and
 * its result are held in memory.
 *
 * <p>Refusals: those of {@link RecordReader}, and {@code IDENTITY_AT_RISK} where the anonymous record, read again, still holds a
 * value of the patient's, cannot be read any more, or where a rule of the profile asks for a person to look at it.
 */
public final class RecordDeidentifier {
    private static final PatientPseudonym STAND_IN = new PatientPseudonym("0000000000000000", -1);
    private static final String DOCUMENT_PURPOSE = "document";
    private static final int DOCUMENT_ID_BYTES = 16;

    private final Crosswalk crosswalk;
    private final RecordDeidentifierOptions options;
    private final Function<byte[], ClinicalRecord> reader;
    private final KnownTerms known = new KnownTerms();

    /** The crosswalk stays the caller's to close. */
    public RecordDeidentifier(Crosswalk crosswalk, RecordDeidentifierOptions options) {
        this(crosswalk, options, new RecordReader(options.reading())::read);
    }

    /** For tests: records that no reader has read. */
    RecordDeidentifier(
            Crosswalk crosswalk, RecordDeidentifierOptions options, Function<byte[], ClinicalRecord> reader) {
        this.crosswalk = crosswalk;
        this.options = options;
        this.reader = reader;
    }

    /** Reads the file, which may be as long as the options allow. */
    public DeidentifiedRecord deidentify(Path original) throws IOException {
        return deidentify(bytes(original));
    }

    private byte[] bytes(Path file) throws IOException {
        int limit = options.reading().maxBytes();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(limit);
            if (in.read() >= 0) {
                throw new SymbolonException(
                        ErrorCode.LIMIT_EXCEEDED, "A textual record has at most " + limit + " bytes");
            }
            return bytes;
        }
    }

    /** Finds or creates the record's patients in the crosswalk, and says what both halves are. */
    public DeidentifiedRecord deidentify(byte[] original) {
        ClinicalRecord record = reader.apply(original);
        String originalSha256 = sha256(original);
        RecordParting parting = new RecordParting(
                record,
                original,
                options,
                known,
                identity -> substitutes(crosswalk.patient(patient(identity, originalSha256)), Trial.NO));
        MemorySplice splice = parting.splice(reader);
        RecordContent content = new RecordContent(
                record.format(), record.charset(), original.length, splice.result().length, splice.inverse());
        return new DeidentifiedRecord(
                record.format(),
                splice.result(),
                half(record, splice.result(), content, parting.firstPatient(), originalSha256),
                parting.summary());
    }

    /** As {@link #preview(byte[])}, of a file. */
    public RecordPreview preview(Path original) throws IOException {
        return preview(bytes(original));
    }

    /**
     * What {@link #deidentify} would do, or the error that it would end with. Nothing is written to the crosswalk, and nobody is
     * made there: patients have a stand-in.
     */
    public RecordPreview preview(byte[] original) {
        ClinicalRecord record = reader.apply(original);
        RecordParting parting =
                new RecordParting(record, original, options, known, identity -> substitutes(STAND_IN, Trial.YES));
        MemorySplice unused = parting.splice(reader);
        return new RecordPreview(
                record.format(), parting.patients(), parting.summary().get());
    }

    private enum Trial {
        YES,
        NO
    }

    private RecordSubstitutes substitutes(PatientPseudonym patient, Trial trial) {
        return new RecordSubstitutes(crosswalk, options.source(), options.project(), patient, trial == Trial.YES);
    }

    private IdentityHalf half(
            ClinicalRecord record,
            byte[] anonymous,
            RecordContent content,
            PatientPseudonym patient,
            String originalSha256) {
        byte[] encoded = content.encode();
        if (encoded.length > options.maxIdentityHalfBytes()) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "The identity half would have more than " + options.maxIdentityHalfBytes() + " bytes");
        }
        String sha256 = sha256(anonymous);
        RecordIdentity identity = record.identity();
        List<String> accessions = all(record, RecordIdentity::accessionNumbers);
        return new IdentityHalf(
                        patient.id(),
                        ObjectKey.document(documentId(identity, sha256), sha256),
                        originalSha256,
                        encoded,
                        "",
                        "",
                        identity.documentId(),
                        accessions.isEmpty() ? "" : accessions.get(0))
                .withSearchKeys(accessions, all(record, RecordIdentity::visitNumbers));
    }

    /** Of all patients that the record speaks of. */
    private static List<String> all(ClinicalRecord record, Function<RecordIdentity, List<String>> numbers) {
        if (record.parts().size() == 1) {
            return numbers.apply(record.identity());
        }
        return record.parts().stream()
                .flatMap(part -> numbers.apply(part.identity()).stream())
                .distinct()
                .limit(IdentityHalf.MAX_SEARCH_KEYS)
                .toList();
    }

    private String documentId(RecordIdentity identity, String anonymousSha256) {
        if (identity.documentId().isEmpty()) {
            return anonymousSha256;
        }
        byte[] hash = crosswalk.pseudonyms().blindIndex(DOCUMENT_PURPOSE, options.source(), identity.documentId());
        return HexFormat.of().formatHex(Arrays.copyOf(hash, DOCUMENT_ID_BYTES));
    }

    private PatientIdentity patient(RecordIdentity identity, String originalSha256) {
        return new PatientIdentity(
                options.source(),
                identity.issuer(),
                isPlaceholder(identity.patientId()) ? "" : identity.patientId(),
                identity.patientName(),
                identity.birthDate(),
                identity.sex(),
                identity.otherPatientIds().stream()
                        .filter(id -> !isPlaceholder(id))
                        .toList(),
                standIn(identity, originalSha256));
    }

    /** What stands where a number stood, in a record that was de-identified before, is nobody's number. */
    private static boolean isPlaceholder(String id) {
        return id.startsWith("[") && id.strip().equals(Placeholder.NUMBER.text());
    }

    /** What tells the record's patient apart where nothing names him. */
    private static String standIn(RecordIdentity identity, String originalSha256) {
        if (!identity.studyInstanceUids().isEmpty()) {
            return identity.studyInstanceUids().get(0);
        }
        String document = identity.documentId();
        // one of several patients of a record without an identifier of its own
        return document.isEmpty() || document.startsWith("\n") ? originalSha256 + document : document;
    }

    private static String sha256(byte[] bytes) {
        MessageDigest digest = Digests.sha256();
        digest.update(bytes);
        return Digests.hex(digest);
    }
}
