package org.symbolon.deidentification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.PatientPseudonym;
import org.symbolon.deidentification.cleaning.CleaningOptions;
import org.symbolon.deidentification.encryption.EncryptedAttributes;
import org.symbolon.deidentification.internal.Deflation;
import org.symbolon.deidentification.internal.KeyedValues;
import org.symbolon.deidentification.internal.ObjectPlanner;
import org.symbolon.deidentification.internal.ObjectSubstitutes;
import org.symbolon.deidentification.internal.PixelRuleStep;
import org.symbolon.deidentification.internal.PixelStep;
import org.symbolon.deidentification.internal.Plan;
import org.symbolon.deidentification.internal.RecentTexts;
import org.symbolon.deidentification.internal.Rejection;
import org.symbolon.deidentification.pixels.PixelRules;
import org.symbolon.deidentification.profile.Option;
import org.symbolon.deidentification.profile.PixelPolicy;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.splice.SourceFile;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Parts DICOM files in two under one profile. Thread-safe, as the crosswalk is; the same file, profile and crosswalk give
 * the same result for ever, encrypted originals aside. A file is either parted whole or refused with a code: what cannot be
 * read to its end is not parted. Nothing is committed and nothing of the original is written; deflated objects and blanked
 * pixels leave a temporary file until their result is closed.
 */
public final class Deidentifier {
    private static final String WITHOUT_ENCRYPTION = "wcpt";
    /** Stands in for a patient that a preview does not ask for. */
    private static final PatientPseudonym NOBODY = new PatientPseudonym("0000000000000000", -1);

    private final DeidentifierOptions options;
    private final ObjectSubstitutes.Run run;
    private final PartingSteps steps;
    private final PlainParting plainObjects;
    private final DeflatedParting deflatedObjects;

    /** The crosswalk stays the caller's to close. */
    public Deidentifier(Profile profile, Crosswalk crosswalk, DeidentifierOptions options) {
        this.options = options;
        PixelRules rules = options.pixelRules();
        PixelStep pixels = profile.pixels() == PixelPolicy.CLEAN
                ? new PixelRuleStep(rules == null ? PixelRules.builtIn() : rules)
                : PixelStep.LEAVE;
        ObjectPlanner planner = new ObjectPlanner(profile, options.source(), options.maxIdentityHalfBytes(), pixels);
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
                new RecentTexts(cleaning == null ? profile.cleaning() : cleaning),
                !profile.options().contains(Option.RETAIN_LONGITUDINAL_FULL_DATES));
        this.steps = new PartingSteps(crosswalk, options, planner, run, new OwnResults(crosswalk, options.digests()));
        this.plainObjects = new PlainParting(steps);
        this.deflatedObjects = new DeflatedParting(steps);
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

    /**
     * Reads the file, finds or creates its patient in the crosswalk, and says what both halves are.
     *
     * <p>Refusals: {@code EMPTY_FILE}, {@code NOT_DICOM}, {@code TRUNCATED}, {@code CORRUPT}, {@code LIMIT_EXCEEDED},
     * {@code UNKNOWN_TRANSFER_SYNTAX}, {@code MISSING_UID}; {@code IDENTITY_AT_RISK}, with tag and rule, where a person is to
     * look at the object before anything of it leaves; {@code ALREADY_DEIDENTIFIED} for a result of this crosswalk.
     */
    public DeidentifiedObject deidentify(Path original) throws IOException {
        return deidentify(original, null);
    }

    /**
     * The same, and the anonymous file is written on the way, so that the original is read only once. It has no name of its own
     * before {@link DeidentifiedObject#writeFile}, and goes with {@link DeidentifiedObject#close}.
     *
     * @param staging a folder in the file system of the file to be; null to write nothing yet, as is done for deflated objects in
     *     any case
     */
    public DeidentifiedObject deidentify(Path original, @Nullable Path staging) throws IOException {
        try (SourceFile source = SourceFile.open(original)) {
            DicomFile file = DicomFile.of(original, source, ReaderOptions.defaults());
            return file.transferSyntax().deflated()
                    ? deflatedObjects.part(file, source)
                    : plainObjects.part(file, source, staging);
        } catch (DicomFormatException e) {
            throw Rejection.of(e);
        }
    }

    /** What {@link #deidentify(Path)} would do, with the same refusals; no patient is looked for or created, no pixel is read. */
    public Preview preview(Path original) throws IOException {
        try {
            DicomFile file = DicomFile.open(original);
            if (!file.transferSyntax().deflated()) {
                return preview(file, original, file.dataSetOffset());
            }
            Path plain = steps.temporaryFile();
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
        try (SourceFile source = SourceFile.open(plain)) {
            Origin origin = steps.origin(file);
            Plan plan = steps.preview(origin, source, plain, offset);
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
}
