package org.symbolon.deidentification;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.symbolon.deidentification.PartingSteps.Substituted;
import org.symbolon.deidentification.internal.Deflation;
import org.symbolon.deidentification.internal.IdentityContent;
import org.symbolon.deidentification.internal.Plan;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.SourceFile;
import org.symbolon.deidentification.splice.Splice;
import org.symbolon.dicom.DicomFile;

/**
 * Parts deflated objects: the data set is inflated, edited and deflated again; its original stream cannot be made again, it is
 * kept whole. Thread-safe.
 */
final class DeflatedParting {
    private final PartingSteps steps;

    DeflatedParting(PartingSteps steps) {
        this.steps = steps;
    }

    DeidentifiedObject part(DicomFile file, SourceFile source) throws IOException {
        Origin origin = steps.origin(file);
        Path plain = steps.temporaryFile();
        Path anonymous = steps.temporaryFile();
        boolean parted = false;
        Path blanked = null;
        try {
            Deflation.inflate(file, plain, steps.options().maxInflatedBytes());
            try (SourceFile inflated = SourceFile.open(plain)) {
                Plan plan = steps.plan(origin, inflated, plain, 0);
                blanked = plan.pixelChanges().temporaryFile();
                Substituted changes = steps.substituted(plan);
                Splice edited = Splice.of(inflated, 0, changes.edits());
                Deflation.deflate(edited, anonymous);
                steps.requireFitting(edited.inverse());
                List<Edit> inverse = edited.inverse().stream().map(Edit::held).toList();
                DeidentifiedObject object = object(origin, plan, changes, source, anonymous, inverse);
                parted = true;
                return object;
            }
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

    private DeidentifiedObject object(
            Origin origin, Plan plan, Substituted changes, SourceFile source, Path anonymous, List<Edit> inverse)
            throws IOException {
        Splice result = Splice.of(anonymous, 0, List.of());
        Splice whole = Splice.of(source, 0, List.of());
        long offset = origin.file().dataSetOffset();
        byte[] prefix = steps.bounded(source, 0, offset);
        byte[] deflated = steps.bounded(source, offset, source.size() - offset);
        IdentityContent content =
                new IdentityContent(whole.sourceSize(), result.resultLength(), prefix, inverse, deflated);
        Digests digests = new Digests(
                steps.digests().of(whole).sourceFile(),
                steps.digests().of(result).result());
        return PartingSteps.object(origin, plan, changes, result, digests, content, anonymous, null);
    }
}
