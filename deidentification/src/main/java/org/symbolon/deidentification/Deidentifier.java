package org.symbolon.deidentification;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.PatientIdentity;
import org.symbolon.crosswalk.PatientPseudonym;
import org.symbolon.deidentification.cleaning.CleaningOptions;
import org.symbolon.deidentification.encryption.EncryptedAttributes;
import org.symbolon.deidentification.internal.Deflation;
import org.symbolon.deidentification.internal.IdentityAttributes;
import org.symbolon.deidentification.internal.IdentityContent;
import org.symbolon.deidentification.internal.KeyedValues;
import org.symbolon.deidentification.internal.ObjectPlanner;
import org.symbolon.deidentification.internal.ObjectPlanner.Target;
import org.symbolon.deidentification.internal.ObjectSubstitutes;
import org.symbolon.deidentification.internal.Originals;
import org.symbolon.deidentification.internal.PixelRuleStep;
import org.symbolon.deidentification.internal.PixelStep;
import org.symbolon.deidentification.internal.Plan;
import org.symbolon.deidentification.internal.PlanExtras;
import org.symbolon.deidentification.internal.PlanRequest.Purpose;
import org.symbolon.deidentification.internal.Rejection;
import org.symbolon.deidentification.internal.Sealing;
import org.symbolon.deidentification.pixels.PixelRules;
import org.symbolon.deidentification.profile.Option;
import org.symbolon.deidentification.profile.PixelPolicy;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.Splice;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.Uid;

/**
 * Parts DICOM files in two under one profile. Thread-safe, as the crosswalk is; the same file, profile and crosswalk give
 * the same result for ever, encrypted originals aside. A file is either parted whole or refused with a code: what cannot be
 * read to its end is not parted. Nothing is committed and nothing of the original is written; deflated objects and blanked
 * pixels leave a temporary file until their result is closed.
 */
public final class Deidentifier {
    private static final int[] REQUIRED_UIDS = {
        Tags.SOPClassUID, Tags.SOPInstanceUID, Tags.StudyInstanceUID, Tags.SeriesInstanceUID
    };
    private static final String WITHOUT_ENCRYPTION = "wcpt";
    /** Stands in for a patient that a preview does not ask for. */
    private static final PatientPseudonym NOBODY = new PatientPseudonym("0000000000000000", -1);

    private final Crosswalk crosswalk;
    private final DeidentifierOptions options;
    private final ObjectPlanner planner;
    private final OwnResults ownResults;
    private final ObjectSubstitutes.Run run;

    /** The crosswalk stays the caller's to close. */
    public Deidentifier(Profile profile, Crosswalk crosswalk, DeidentifierOptions options) {
        this.crosswalk = crosswalk;
        this.options = options;
        this.ownResults = new OwnResults(crosswalk, options.digests());
        PixelRules rules = options.pixelRules();
        PixelStep pixels = profile.pixels() == PixelPolicy.CLEAN
                ? new PixelRuleStep(rules == null ? PixelRules.builtIn() : rules)
                : PixelStep.LEAVE;
        this.planner = new ObjectPlanner(profile, options.source(), options.maxIdentityHalfBytes(), pixels);
        if (options.encryptionRecipient() != null) {
            requireEncryption(profile, options.encryptionRecipient());
        }
        CleaningOptions cleaning = options.cleaning();
        this.run = new ObjectSubstitutes.Run(
                new KeyedValues(crosswalk, options.project()),
                options.project(),
                options.siteValues().siteId(),
                options.siteValues().siteName(),
                options.siteValues().bodyPart(),
                options.source(),
                cleaning == null ? profile.cleaning() : cleaning,
                !profile.options().contains(Option.RETAIN_LONGITUDINAL_FULL_DATES));
    }

    /** The hospital of the SCAPE report, whose policy it is, forbids that identity leaves in any form. */
    private static void requireEncryption(Profile profile, X509Certificate recipient) {
        if (profile.name().equals(WITHOUT_ENCRYPTION)) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION,
                    "The profile " + profile.name() + " forbids that originals leave, in encrypted form too");
        }
        EncryptedAttributes.requireUsable(recipient);
    }

    private @Nullable Sealing sealing(Origin origin) {
        X509Certificate recipient = options.encryptionRecipient();
        return recipient == null
                ? null
                : tags -> EncryptedAttributes.seal(
                        Originals.dataSet(origin.file(), tags, EncryptedAttributes.MAX_DATA_SET_BYTES), recipient);
    }

    /**
     * Reads the file, finds or creates its patient in the crosswalk, and says what both halves are.
     *
     * <p>Refusals: {@code EMPTY_FILE}, {@code NOT_DICOM}, {@code TRUNCATED}, {@code CORRUPT}, {@code LIMIT_EXCEEDED},
     * {@code UNKNOWN_TRANSFER_SYNTAX}, {@code MISSING_UID}; {@code IDENTITY_AT_RISK}, with tag and rule, where a person is to
     * look at the object before anything of it leaves; {@code ALREADY_DEIDENTIFIED} for a result of this crosswalk.
     */
    public DeidentifiedObject deidentify(Path original) throws IOException {
        try {
            DicomFile file = DicomFile.open(original);
            return file.transferSyntax().deflated() ? partDeflated(file) : part(file);
        } catch (DicomFormatException e) {
            throw Rejection.of(e);
        }
    }

    /** What {@link #deidentify} would do, with the same refusals; no patient is looked for or created, no pixel is read. */
    public Preview preview(Path original) throws IOException {
        try {
            DicomFile file = DicomFile.open(original);
            if (!file.transferSyntax().deflated()) {
                return preview(file, original, file.dataSetOffset());
            }
            Path plain = temporaryFile();
            try {
                Deflation.inflate(file, plain, options.maxInflatedBytes());
                return preview(file, plain, 0);
            } finally {
                Files.deleteIfExists(plain);
            }
        } catch (DicomFormatException e) {
            throw Rejection.of(e);
        }
    }

    private Preview preview(DicomFile file, Path plain, long offset) throws IOException {
        try (FileChannel channel = FileChannel.open(plain, StandardOpenOption.READ)) {
            Origin origin = Origin.of(file, options, run.keyed());
            Plan plan = plan(origin, channel, plain, offset, null);
            ObjectSubstitutes substitutes = new ObjectSubstitutes(run, NOBODY, plan, false);
            ChangeSummary.Builder summary = new ChangeSummary.Builder();
            plan.edits(substitutes, summary);
            return new Preview(
                    origin.sopClassUid(plan),
                    summary.build(
                            substitutes.tally().seen(), substitutes.tally().kept()),
                    plan.pixelChanges().ruleName());
        }
    }

    private DeidentifiedObject part(DicomFile file) throws IOException {
        Origin origin = Origin.of(file, options, run.keyed());
        Plan plan;
        byte[] prefix;
        try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
            plan = plan(origin, channel, file.path(), file.dataSetOffset(), options.temporaryFolder());
            prefix = read(channel, 0, file.dataSetOffset());
        }
        Path blanked = plan.pixelChanges().temporaryFile();
        boolean parted = false;
        try {
            Substituted changes = substituted(plan);
            Splice splice = Splice.of(file.path(), file.dataSetOffset(), changes.edits());
            Digests digests = options.digests().of(splice);
            IdentityContent content =
                    new IdentityContent(splice.sourceSize(), splice.resultLength(), prefix, splice.inverse(), null);
            DeidentifiedObject object = object(origin, plan, changes, splice, digests, content, blanked);
            parted = true;
            return object;
        } finally {
            if (!parted && blanked != null) {
                Files.deleteIfExists(blanked);
            }
        }
    }

    /** A deflated data set is inflated, edited and deflated again; its original stream cannot be made again, it is kept whole. */
    private DeidentifiedObject partDeflated(DicomFile file) throws IOException {
        Origin origin = Origin.of(file, options, run.keyed());
        Path plain = temporaryFile();
        Path anonymous = temporaryFile();
        boolean parted = false;
        Path blanked = null;
        try {
            Deflation.inflate(file, plain, options.maxInflatedBytes());
            Plan plan;
            try (FileChannel channel = FileChannel.open(plain, StandardOpenOption.READ)) {
                plan = plan(origin, channel, plain, 0, options.temporaryFolder());
            }
            blanked = plan.pixelChanges().temporaryFile();
            Substituted changes = substituted(plan);
            Splice edited = Splice.of(plain, 0, changes.edits());
            Deflation.deflate(edited, anonymous);
            Splice result = Splice.of(anonymous, 0, List.of());
            Splice whole = Splice.of(file.path(), 0, List.of());
            byte[] prefix;
            byte[] deflated;
            try (FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ)) {
                prefix = read(channel, 0, file.dataSetOffset());
                deflated = read(channel, file.dataSetOffset(), channel.size() - file.dataSetOffset());
            }
            List<Edit> inverse = edited.inverse().stream().map(Edit::held).toList();
            IdentityContent content =
                    new IdentityContent(whole.sourceSize(), result.resultLength(), prefix, inverse, deflated);
            Digests digests = new Digests(
                    options.digests().of(whole).sourceFile(),
                    options.digests().of(result).result());
            DeidentifiedObject object = object(origin, plan, changes, result, digests, content, anonymous);
            parted = true;
            return object;
        } finally {
            Files.deleteIfExists(plain);
            if (blanked != null) {
                Files.deleteIfExists(blanked);
            }
            if (!parted) {
                Files.deleteIfExists(anonymous);
            }
        }
    }

    private Plan plan(Origin origin, FileChannel channel, Path plain, long offset, @Nullable Path temporaryFolder)
            throws IOException {
        TransferSyntax syntax = origin.plainSyntax();
        Plan plan = planner.plan(
                new Target(channel, offset, syntax),
                origin.purpose(),
                new PixelStep.Blanking(plain, offset, syntax, temporaryFolder),
                new PlanExtras(sealing(origin), origin.file().dataSetOffset(), origin.resultOffset()));
        boolean sound = false;
        try {
            require(origin, plan.identity());
            if (origin.purpose() == Purpose.ARCHIVE) {
                ownResults.refuse(origin.file(), plan.identity());
            }
            sound = true;
            return plan;
        } finally {
            if (!sound) {
                plan.pixelChanges().discard();
            }
        }
    }

    private static void require(Origin origin, IdentityAttributes identity) {
        if (origin.purpose() == Purpose.ARCHIVE) {
            requireUids(identity);
        } else if (identity.namesSeveralPatients()) {
            throw new SymbolonException(
                    ErrorCode.UNSUPPORTED_FORMAT,
                    "The directory speaks of several patients, and no identity half belongs to more than one:"
                            + " make a directory of the de-identified files instead");
        }
    }

    private static void requireUids(IdentityAttributes identity) {
        for (int tag : REQUIRED_UIDS) {
            if (!Uid.isUid(identity.text(tag))) {
                throw new SymbolonException(
                        ErrorCode.MISSING_UID, Tag.format(tag) + " is absent, empty or no UID (PS3.5 section 9.1)");
            }
        }
    }

    /** A plan with pseudonyms filled in. */
    private record Substituted(ObjectSubstitutes substitutes, List<Edit> edits, ChangeSummary summary) {}

    private Substituted substituted(Plan plan) {
        IdentityAttributes identity = plan.identity();
        PatientPseudonym patient = crosswalk.patient(new PatientIdentity(
                options.source(),
                identity.text(Tags.IssuerOfPatientID),
                identity.text(Tags.PatientID),
                identity.text(Tags.PatientName),
                identity.text(Tags.PatientBirthDate),
                identity.text(Tags.PatientSex),
                identity.otherPatientIds(),
                identity.text(Tags.StudyInstanceUID)));
        ObjectSubstitutes substitutes = new ObjectSubstitutes(run, patient, plan, true);
        ChangeSummary.Builder summary = new ChangeSummary.Builder();
        List<Edit> edits = plan.edits(substitutes, summary);
        return new Substituted(
                substitutes,
                edits,
                summary.build(substitutes.tally().seen(), substitutes.tally().kept()));
    }

    private static DeidentifiedObject object(
            Origin origin,
            Plan plan,
            Substituted changes,
            Splice dataSet,
            Digests digests,
            IdentityContent content,
            @Nullable Path temporaryFile) {
        IdentityAttributes identity = plan.identity();
        IdentityHalf half = new IdentityHalf(
                changes.substitutes().patient(),
                origin.key(plan, changes.substitutes(), digests.result()),
                digests.sourceFile(),
                content.encode(),
                identity.text(Tags.StudyInstanceUID),
                identity.text(Tags.SeriesInstanceUID),
                origin.sopInstanceUid(plan),
                identity.text(Tags.AccessionNumber));
        TransferSyntax syntax = origin.file().transferSyntax();
        TransferSyntax changed = plan.pixelChanges().transferSyntax();
        return new DeidentifiedObject(
                origin.sopClassUid(plan),
                changed == null || syntax.deflated() ? syntax : changed,
                dataSet,
                half,
                changes.summary(),
                temporaryFile);
    }

    private Path temporaryFile() throws IOException {
        return Files.createTempFile(options.temporaryFolder(), "symbolon-", ".tmp");
    }

    private byte[] read(FileChannel channel, long offset, long length) throws IOException {
        if (length > options.maxIdentityHalfBytes()) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "The identity half would have more than " + options.maxIdentityHalfBytes() + " bytes");
        }
        ByteBuffer bytes = ByteBuffer.allocate((int) length);
        while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
            // until it is full
        }
        if (bytes.hasRemaining()) {
            throw new IOException("The file became shorter while it was read");
        }
        return bytes.array();
    }
}
