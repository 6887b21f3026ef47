package org.symbolon.deidentification;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.symbolon.deidentification.internal.Deflation;
import org.symbolon.deidentification.internal.NoSubstitutes;
import org.symbolon.deidentification.internal.ObjectPlanner;
import org.symbolon.deidentification.internal.ObjectPlanner.Target;
import org.symbolon.deidentification.internal.PixelStep;
import org.symbolon.deidentification.internal.Plan;
import org.symbolon.deidentification.internal.PlanExtras;
import org.symbolon.deidentification.internal.PlanRequest.Purpose;
import org.symbolon.deidentification.internal.Rejection;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.EditContent;
import org.symbolon.deidentification.splice.Splice;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;

/**
 * A file that loses the attributes a profile removes, at every depth, and nothing else: no mark, no pseudonym, no key. For
 * profiles that only keep and remove, as {@link org.symbolon.deidentification.profile.Profiles#fromProperties} gives them. The file meta group stays as it is.
 *
 * @param result the whole file without those attributes
 * @param removed how the original data set (inflated if it is deflated) comes back, in offsets of the inflated result
 * @param specificCharacterSet value of (0008,0005), empty if there is none
 * @param dataSetOffset where the data set begins, in both files
 * @param deflated whether {@code removed} speaks of an inflated data set, not of bytes of the file
 */
public record AttributeRemoval(
        Splice result, List<Edit> removed, String specificCharacterSet, long dataSetOffset, boolean deflated) {

    /** Reads the file to its end. Refusals as {@link Deidentifier#deidentify(Path)}, without {@code MISSING_UID}. */
    public static AttributeRemoval plan(Path file, Profile profile, DeidentifierOptions options) throws IOException {
        try {
            DicomFile dicom = DicomFile.open(file);
            return dicom.transferSyntax().deflated()
                    ? planDeflated(dicom, profile, options)
                    : planPlain(dicom, profile, options);
        } catch (DicomFormatException e) {
            throw Rejection.of(e);
        }
    }

    private static AttributeRemoval planPlain(DicomFile file, Profile profile, DeidentifierOptions options)
            throws IOException {
        long base = file.dataSetOffset();
        Plan plan = plan(file.path(), base, file.transferSyntax(), profile, options);
        List<Edit> edits = plan.edits(NoSubstitutes.INSTANCE, new ChangeSummary.Builder());
        Splice dataSet = Splice.of(file.path(), base, edits);
        List<Edit> ofFile = new ArrayList<>();
        for (Edit edit : edits) {
            ofFile.add(new Edit(base + edit.offset(), edit.length(), edit.brought(), edit.content(), edit.depth()));
        }
        Splice whole = Splice.of(file.path(), 0, ofFile);
        return new AttributeRemoval(whole, dataSet.inverse(), characterSet(plan), base, false);
    }

    private static AttributeRemoval planDeflated(DicomFile file, Profile profile, DeidentifierOptions options)
            throws IOException {
        Path plain = Files.createTempFile(options.temporaryFolder(), "symbolon-", ".tmp");
        Path deflated = Files.createTempFile(options.temporaryFolder(), "symbolon-", ".tmp");
        try {
            Deflation.inflate(file, plain, options.maxInflatedBytes());
            TransferSyntax inside = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
            Plan plan = plan(plain, 0, inside, profile, options);
            Splice edited = Splice.of(plain, 0, plan.edits(NoSubstitutes.INSTANCE, new ChangeSummary.Builder()));
            if (edited.inverse().isEmpty()) {
                Splice same = Splice.of(file.path(), 0, List.of());
                return new AttributeRemoval(same, List.of(), characterSet(plan), file.dataSetOffset(), true);
            }
            Deflation.deflate(edited, deflated);
            long length = Files.size(file.path()) - file.dataSetOffset();
            Edit whole = new Edit(file.dataSetOffset(), length, Files.readAllBytes(deflated), EditContent.OPAQUE, 0);
            Splice result = Splice.of(file.path(), 0, List.of(whole));
            List<Edit> removed = edited.inverse().stream().map(Edit::held).toList();
            return new AttributeRemoval(result, removed, characterSet(plan), file.dataSetOffset(), true);
        } finally {
            Files.deleteIfExists(plain);
            Files.deleteIfExists(deflated);
        }
    }

    private static Plan plan(
            Path plain, long offset, TransferSyntax syntax, Profile profile, DeidentifierOptions options)
            throws IOException {
        ObjectPlanner planner =
                new ObjectPlanner(profile, options.source(), options.maxIdentityHalfBytes(), PixelStep.LEAVE);
        try (FileChannel channel = FileChannel.open(plain, StandardOpenOption.READ)) {
            PixelStep.Blanking nowhere = new PixelStep.Blanking(plain, offset, syntax, null, Optional::empty);
            return planner.plan(new Target(channel, offset, syntax), Purpose.REMOVAL_ONLY, nowhere, PlanExtras.NONE);
        }
    }

    private static String characterSet(Plan plan) {
        return plan.identity().text(Tags.SpecificCharacterSet);
    }
}
