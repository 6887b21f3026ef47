package org.symbolon.deidentification.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.pixels.PixelReview;
import org.symbolon.dicom.TransferSyntax;

/** Decides what becomes of the pixels of an object. Thread-safe. */
public interface PixelStep {
    /** For profiles that leave pixels alone. */
    PixelStep LEAVE = new PixelStep() {
        @Override
        public Set<Integer> neededFacts() {
            return Set.of();
        }

        @Override
        public PixelChanges decide(HeaderFacts facts, Blanking blanking) {
            return PixelChanges.NONE;
        }
    };

    /** Top-level attributes that the decision looks at. */
    Set<Integer> neededFacts();

    /** What blanking changes; IDENTITY_AT_RISK if nobody can tell what the pixels show. */
    PixelChanges decide(HeaderFacts facts, Blanking blanking) throws IOException;

    /**
     * Where the pixels are blanked.
     *
     * @param file with the data set in plain form
     * @param temporaryFolder null for a preview, which blanks nothing
     * @param review what a person decided about the object
     */
    record Blanking(
            Path file,
            long dataSetOffset,
            TransferSyntax syntax,
            @Nullable Path temporaryFolder,
            Review review) {}

    /** Looks up what a person decided; reads the whole object to know it again, so it is asked in doubt only. */
    @FunctionalInterface
    interface Review {
        Optional<PixelReview> find() throws IOException;
    }
}
