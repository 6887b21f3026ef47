package org.symbolon.deidentification;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.LargeContent;
import org.symbolon.crosswalk.PatientIdentity;
import org.symbolon.crosswalk.PatientPseudonym;
import org.symbolon.deidentification.encryption.EncryptedAttributes;
import org.symbolon.deidentification.internal.IdentityAttributes;
import org.symbolon.deidentification.internal.IdentityContent;
import org.symbolon.deidentification.internal.ObjectPlanner;
import org.symbolon.deidentification.internal.ObjectPlanner.Target;
import org.symbolon.deidentification.internal.ObjectSubstitutes;
import org.symbolon.deidentification.internal.Originals;
import org.symbolon.deidentification.internal.PixelStep;
import org.symbolon.deidentification.internal.Plan;
import org.symbolon.deidentification.internal.PlanExtras;
import org.symbolon.deidentification.internal.PlanRequest.Purpose;
import org.symbolon.deidentification.internal.Sealing;
import org.symbolon.deidentification.pixels.PixelReview;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.EditStream;
import org.symbolon.deidentification.splice.ObjectDigests;
import org.symbolon.deidentification.splice.SourceFile;
import org.symbolon.deidentification.splice.Splice;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.Uid;

/** What parting an object consists of, whatever form its data set has. Thread-safe. */
final class PartingSteps {
    private static final int[] REQUIRED_UIDS = {
        Tags.SOPClassUID, Tags.SOPInstanceUID, Tags.StudyInstanceUID, Tags.SeriesInstanceUID
    };

    private final Crosswalk crosswalk;
    private final DeidentifierOptions options;
    private final ObjectPlanner planner;
    private final ObjectSubstitutes.Run run;
    private final OwnResults ownResults;

    PartingSteps(
            Crosswalk crosswalk,
            DeidentifierOptions options,
            ObjectPlanner planner,
            ObjectSubstitutes.Run run,
            OwnResults ownResults) {
        this.crosswalk = crosswalk;
        this.options = options;
        this.planner = planner;
        this.run = run;
        this.ownResults = ownResults;
    }

    DeidentifierOptions options() {
        return options;
    }

    ObjectDigests digests() {
        return options.digests();
    }

    Origin origin(DicomFile file) {
        return Origin.of(file, options, run.keyed());
    }

    private @Nullable Sealing sealing(Origin origin) {
        X509Certificate recipient = options.encryptionRecipient();
        return recipient == null
                ? null
                : tags -> EncryptedAttributes.seal(
                        Originals.dataSet(origin.file(), tags, EncryptedAttributes.MAX_DATA_SET_BYTES), recipient);
    }

    /** Reads the data set to its end. */
    Plan plan(Origin origin, SourceFile source, Path plain, long offset) throws IOException {
        return plan(origin, source, plain, offset, options.temporaryFolder());
    }

    /** The same for a preview, which makes no temporary file. */
    Plan preview(Origin origin, SourceFile source, Path plain, long offset) throws IOException {
        return plan(origin, source, plain, offset, null);
    }

    private Plan plan(Origin origin, SourceFile channel, Path plain, long offset, @Nullable Path temporaryFolder)
            throws IOException {
        TransferSyntax syntax = origin.plainSyntax();
        Plan plan = planner.plan(
                new Target(channel, offset, syntax),
                origin.purpose(),
                new PixelStep.Blanking(
                        plain,
                        offset,
                        syntax,
                        temporaryFolder,
                        () -> options.pixelReviews()
                                .of(PixelReview.digest(origin.file().path()))),
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
    record Substituted(ObjectSubstitutes substitutes, List<Edit> edits, ChangeSummary summary) {}

    Substituted substituted(Plan plan) {
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

    static DeidentifiedObject object(
            Origin origin,
            Plan plan,
            Substituted changes,
            Splice dataSet,
            Digests digests,
            IdentityContent content,
            @Nullable Path temporaryFile,
            @Nullable Path staged) {
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
        if (content.hasLarge()) {
            half = half.withLarge(large(content.inverse()));
        }
        return new DeidentifiedObject(
                origin.sopClassUid(plan),
                resultSyntax(origin, plan),
                dataSet,
                half,
                changes.summary(),
                temporaryFile,
                staged);
    }

    /** Original frames, read from the original when the half is committed. */
    private static LargeContent large(List<Edit> inverse) {
        long length = EditStream.length(inverse);
        return new LargeContent() {
            @Override
            public long length() {
                return length;
            }

            @Override
            public InputStream open() {
                return EditStream.of(inverse);
            }
        };
    }

    /** Another than that of the original only where pixels were blanked. */
    static TransferSyntax resultSyntax(Origin origin, Plan plan) {
        TransferSyntax syntax = origin.file().transferSyntax();
        TransferSyntax changed = plan.pixelChanges().transferSyntax();
        return changed == null || syntax.deflated() ? syntax : changed;
    }

    Path temporaryFile() throws IOException {
        return Files.createTempFile(options.temporaryFolder(), "symbolon-", ".tmp");
    }

    /** Refuses an identity half that is too large to be held. */
    void requireFitting(List<Edit> inverse) {
        requireFitting(inverse.stream().mapToLong(Edit::replacementLength).sum());
    }

    private void requireFitting(long length) {
        if (length > options.maxIdentityHalfBytes()) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "The identity half would have more than " + options.maxIdentityHalfBytes() + " bytes");
        }
    }

    /** Bytes that become part of the identity half. */
    byte[] bounded(SourceFile source, long offset, long length) throws IOException {
        requireFitting(length);
        return source.bytes(offset, (int) length);
    }
}
