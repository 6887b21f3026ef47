package org.symbolon.deidentification.internal;

import org.jspecify.annotations.Nullable;

/**
 * What a plan does beside what the profile says.
 *
 * @param originals makes the encrypted form of the originals that is added (PS3.15 E.1.1), null if none is
 * @param offsetBefore of the data set in its file, for the links of a directory
 * @param offsetAfter of the result in the file that it will be written to
 */
public record PlanExtras(@Nullable Sealing originals, long offsetBefore, long offsetAfter) {
    public static final PlanExtras NONE = new PlanExtras(null, 0, 0);
}
