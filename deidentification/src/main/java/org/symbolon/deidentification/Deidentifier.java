package org.symbolon.deidentification;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.crosswalk.PatientIdentity;
import org.symbolon.deidentification.internal.Deflation;
import org.symbolon.deidentification.internal.EditPlanner;
import org.symbolon.deidentification.internal.EditPlanner.Purpose;
import org.symbolon.deidentification.internal.IdentityAttributes;
import org.symbolon.deidentification.internal.IdentityContent;
import org.symbolon.deidentification.internal.PatientSubstitutes;
import org.symbolon.deidentification.internal.Plan;
import org.symbolon.deidentification.internal.Rejection;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.ObjectFacts;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.deidentification.splice.Splice;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.Uid;

/**
 * Parts DICOM files in two under one profile. Thread-safe, as the crosswalk is; the same file, profile and crosswalk give
 * the same result for ever. A file is either parted whole or refused with a code: what cannot be read to its end is not
 * parted. Nothing is committed and nothing of the original is written; a deflated object leaves a temporary file until its
 * result is closed.
 */
public final class Deidentifier {
    private static final int[] REQUIRED_UIDS = {
        Tags.SOPClassUID, Tags.SOPInstanceUID, Tags.StudyInstanceUID, Tags.SeriesInstanceUID
    };

    private final Profile profile;
    private final Crosswalk crosswalk;
    private final DeidentifierOptions options;

    /** The crosswalk stays the caller's to close. */
    public Deidentifier(Profile profile, Crosswalk crosswalk, DeidentifierOptions options) {
        this.profile = profile;
        this.crosswalk = crosswalk;
        this.options = options;
    }

    /**
     * Reads the file, finds or creates its patient in the crosswalk, and says what both halves are.
     *
     * <p>Refusals: {@code EMPTY_FILE}, {@code NOT_DICOM}, {@code TRUNCATED}, {@code CORRUPT}, {@code LIMIT_EXCEEDED},
     * {@code UNKNOWN_TRANSFER_SYNTAX}, {@code MISSING_UID}.
     */
    public DeidentifiedObject deidentify(Path original) throws IOException {
        try {
            DicomFile file = DicomFile.open(original);
            return file.transferSyntax().deflated() ? partDeflated(file) : part(file);
        } catch (DicomFormatException e) {
            throw Rejection.of(e);
        }
    }

    private DeidentifiedObject part(DicomFile file) throws IOException {
        Plan plan;
        try (DataSetReader reader = file.reader(ReaderOptions.defaults())) {
            plan = plan(reader);
        }
        PatientSubstitutes substitutes = substitutes(plan.identity());
        Splice splice = Splice.of(file.path(), file.dataSetOffset(), plan.edits(substitutes));
        Digests digests = splice.digests();
        IdentityContent content =
                new IdentityContent(splice.sourceSize(), splice.resultLength(), prefix(file), splice.inverse(), null);
        return object(file, plan.identity(), substitutes, splice, digests, content, null);
    }

    /** A deflated data set is inflated, edited and deflated again; its original stream cannot be made again, it is kept whole. */
    private DeidentifiedObject partDeflated(DicomFile file) throws IOException {
        Path plain = Files.createTempFile(options.temporaryFolder(), "symbolon-", ".tmp");
        Path anonymous = Files.createTempFile(options.temporaryFolder(), "symbolon-", ".tmp");
        boolean parted = false;
        try {
            Deflation.inflate(file, plain, options.maxInflatedBytes());
            Plan plan;
            TransferSyntax inside = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
            try (FileChannel channel = FileChannel.open(plain, StandardOpenOption.READ);
                    DataSetReader reader = DataSetReader.of(channel, 0, inside, ReaderOptions.defaults())) {
                plan = plan(reader);
            }
            PatientSubstitutes substitutes = substitutes(plan.identity());
            Splice edited = Splice.of(plain, 0, plan.edits(substitutes));
            Deflation.deflate(edited, anonymous);
            Splice result = Splice.of(anonymous, 0, List.of());
            Splice whole = Splice.of(file.path(), 0, List.of());
            IdentityContent content = new IdentityContent(
                    whole.sourceSize(), result.resultLength(), prefix(file), edited.inverse(), deflated(file));
            Digests digests =
                    new Digests(whole.digests().sourceFile(), result.digests().result());
            DeidentifiedObject object = object(file, plan.identity(), substitutes, result, digests, content, anonymous);
            parted = true;
            return object;
        } finally {
            Files.deleteIfExists(plain);
            if (!parted) {
                Files.deleteIfExists(anonymous);
            }
        }
    }

    private Plan plan(DataSetReader reader) throws IOException {
        Plan plan = EditPlanner.plan(reader, profile, Purpose.ARCHIVE, options.maxIdentityHalfBytes());
        for (int tag : REQUIRED_UIDS) {
            if (!Uid.isUid(plan.identity().text(tag))) {
                throw new SymbolonException(
                        ErrorCode.MISSING_UID, Tag.format(tag) + " is absent, empty or no UID (PS3.5 section 9.1)");
            }
        }
        return plan;
    }

    private PatientSubstitutes substitutes(IdentityAttributes identity) {
        PatientIdentity patient = new PatientIdentity(
                options.source(),
                identity.text(Tags.IssuerOfPatientID),
                identity.text(Tags.PatientID),
                identity.text(Tags.PatientName),
                identity.text(Tags.PatientBirthDate),
                identity.text(Tags.PatientSex),
                identity.otherPatientIds(),
                identity.text(Tags.StudyInstanceUID));
        String issuer = identity.accessionIssuer();
        return new PatientSubstitutes(
                crosswalk, options.project(), issuer.isEmpty() ? options.source() : issuer, crosswalk.patient(patient));
    }

    private DeidentifiedObject object(
            DicomFile file,
            IdentityAttributes identity,
            PatientSubstitutes substitutes,
            Splice dataSet,
            Digests digests,
            IdentityContent content,
            @Nullable Path temporaryFile) {
        ObjectKey key = new ObjectKey(
                anonymousUid(Tags.StudyInstanceUID, identity, substitutes),
                anonymousUid(Tags.SeriesInstanceUID, identity, substitutes),
                anonymousUid(Tags.SOPInstanceUID, identity, substitutes),
                digests.result());
        IdentityHalf half = new IdentityHalf(
                substitutes.patient(),
                key,
                digests.sourceFile(),
                content.encode(),
                identity.text(Tags.StudyInstanceUID),
                identity.text(Tags.SeriesInstanceUID),
                identity.text(Tags.SOPInstanceUID),
                identity.text(Tags.AccessionNumber));
        return new DeidentifiedObject(
                identity.text(Tags.SOPClassUID), file.transferSyntax(), dataSet, half, temporaryFile);
    }

    private String anonymousUid(int tag, IdentityAttributes identity, PatientSubstitutes substitutes) {
        String uid = identity.text(tag);
        Rule rule = profile.rulesFor(ObjectFacts.NONE).rule(tag, "", Vr.UI, 0, 0, false);
        boolean stays = rule.action() == Action.KEEP || Uid.isRegistered(uid);
        return stays ? uid : substitutes.uid(uid);
    }

    private byte[] prefix(DicomFile file) throws IOException {
        return read(file.path(), 0, file.dataSetOffset());
    }

    private byte[] deflated(DicomFile file) throws IOException {
        return read(file.path(), file.dataSetOffset(), Files.size(file.path()) - file.dataSetOffset());
    }

    private byte[] read(Path path, long offset, long length) throws IOException {
        if (length > options.maxIdentityHalfBytes()) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "The identity half would have more than " + options.maxIdentityHalfBytes() + " bytes");
        }
        try (InputStream in = Files.newInputStream(path)) {
            in.skipNBytes(offset);
            return in.readNBytes((int) length);
        }
    }
}
