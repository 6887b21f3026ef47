package org.symbolon.agent;

import java.time.Instant;

/**
 * What a person decided about an image that pixel rules doubted. Kept for ever.
 *
 * @param entry id that the image had in the quarantine
 * @param rule the pixel rule that doubted it
 * @param decision {@code nothing}, or rectangles as {@code left,top,width,height}
 * @param siteRule the site's pixel rule that was made of it; empty: it was for this image only
 */
public record QuarantineReview(
        long id, long entry, String rule, String decision, String siteRule, String reviewer, Instant at) {
    /** Most reviews in one listing; the newest are listed. */
    public static final int MAX_LISTED = 100_000;
}
