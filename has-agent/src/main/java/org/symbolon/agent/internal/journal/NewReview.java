package org.symbolon.agent.internal.journal;

import java.time.Instant;

/**
 * A row to be written for a person's decision about a doubtful image.
 *
 * @param entry of the quarantine, which the image leaves
 * @param dataSetSha256 of the original data set, hexadecimal
 * @param rule the pixel rule that doubted it
 * @param siteRule the site's rule that was made of it, empty if none was
 */
public record NewReview(
        long entry, String dataSetSha256, String rule, String decision, String siteRule, String reviewer, Instant at) {}
