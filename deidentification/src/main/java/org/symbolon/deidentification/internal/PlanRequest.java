package org.symbolon.deidentification.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.profile.RuleSet;

/**
 * What a plan is made of, beside the data set.
 *
 * @param rules of the profile for this object
 * @param facts that the rules were chosen by
 * @param maxRemovedBytes most that may be removed or changed; more is {@code LIMIT_EXCEEDED}
 * @param pixels what blanking the pixels changes
 * @param extras what else is to be done
 */
public record PlanRequest(
        Profile profile,
        RuleSet rules,
        HeaderFacts facts,
        Purpose purpose,
        long maxRemovedBytes,
        PixelChanges pixels,
        PlanExtras extras) {

    /** What the result is for. */
    public enum Purpose {
        /** A whole anonymous object: marked, with SOP, series and study UIDs in every case. */
        ARCHIVE,
        /** A file-set directory: marked, with its structure. */
        DIRECTORY,
        /** A file that loses what the profile names, and gets nothing. */
        REMOVAL_ONLY
    }

    /** Makes the encrypted form of the originals, null if none is added. */
    @Nullable
    Sealing originals() {
        return extras.originals();
    }

    /** Attributes of the top level whose values follow from blanked pixels. */
    Map<Integer, byte[]> pixelAttributes() {
        return pixels.attributes();
    }
}
