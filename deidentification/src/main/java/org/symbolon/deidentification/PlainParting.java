package org.symbolon.deidentification;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.PartingSteps.Substituted;
import org.symbolon.deidentification.internal.IdentityContent;
import org.symbolon.deidentification.internal.Plan;
import org.symbolon.deidentification.splice.ObjectDigests;
import org.symbolon.deidentification.splice.SourceFile;
import org.symbolon.deidentification.splice.Splice;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Part10Writer;

/** Parts objects that are not deflated: the file is opened once, and read once if the result is written on the way. Thread-safe. */
final class PlainParting {
    private final PartingSteps steps;

    PlainParting(PartingSteps steps) {
        this.steps = steps;
    }

    /** @param staging where the result is written as it is digested; null if it is not */
    DeidentifiedObject part(DicomFile file, SourceFile source, @Nullable Path staging) throws IOException {
        Origin origin = steps.origin(file);
        Plan plan = steps.plan(origin, source, file.path(), file.dataSetOffset());
        Path blanked = plan.pixelChanges().temporaryFile();
        Path staged = null;
        boolean parted = false;
        try {
            byte[] prefix = steps.bounded(source, 0, file.dataSetOffset());
            Substituted changes = steps.substituted(plan);
            Splice splice = Splice.of(source, file.dataSetOffset(), changes.edits());
            ObjectDigests.Sides sides = steps.digests().begin(splice);
            if (staging == null) {
                splice.walk(source, sides, null);
            } else {
                byte[] meta = Part10Writer.fileMeta(
                        origin.sopClassUid(plan),
                        origin.newSopInstanceUid(plan, changes.substitutes()),
                        PartingSteps.resultSyntax(origin, plan),
                        null);
                staged = AtomicFile.writeUnnamed(staging, Durability.WHEN_CONVENIENT, channel -> {
                    ByteBuffer head = ByteBuffer.wrap(meta);
                    while (head.hasRemaining()) {
                        channel.write(head);
                    }
                    splice.walk(source, sides, channel);
                });
            }
            IdentityContent content =
                    new IdentityContent(splice.sourceSize(), splice.resultLength(), prefix, splice.inverse(), null);
            DeidentifiedObject object =
                    PartingSteps.object(origin, plan, changes, splice, sides.end(), content, blanked, staged);
            parted = true;
            return object;
        } finally {
            if (!parted && blanked != null) {
                Files.deleteIfExists(blanked);
            }
            if (!parted && staged != null) {
                Files.deleteIfExists(staged);
            }
        }
    }
}
