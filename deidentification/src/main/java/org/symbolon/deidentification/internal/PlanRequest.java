package org.symbolon.deidentification.internal;

import java.util.Map;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.profile.RuleSet;

/**
 * What a plan is made of, beside the data set.
 *
 * @param rules of the profile for this object
 * @param facts that the rules were chosen by
 * @param maxRemovedBytes most that may be removed or changed; more is {@code LIMIT_EXCEEDED}
 * @param pixels what blanking the pixels changes
 * @param encrypts whether the originals are to be added in encrypted form (PS3.15 E.1.1)
 */
public record PlanRequest(
        Profile profile,
        RuleSet rules,
        HeaderFacts facts,
        Purpose purpose,
        long maxRemovedBytes,
        PixelChanges pixels,
        boolean encrypts) {

    /** What the result is for. */
    public enum Purpose {
        /** A whole anonymous object: marked, with SOP, series and study UIDs in every case. */
        ARCHIVE,
        /** A file-set directory: marked, with its structure. */
        DIRECTORY,
        /** A file that loses what the profile names, and gets nothing. */
        REMOVAL_ONLY
    }

    /** Attributes of the top level whose values follow from blanked pixels. */
    Map<Integer, byte[]> pixelAttributes() {
        return pixels.attributes();
    }
}
