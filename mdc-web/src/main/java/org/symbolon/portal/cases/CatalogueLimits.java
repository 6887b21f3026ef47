package org.symbolon.portal.cases;

import java.time.Duration;

/**
 * How much the catalogue keeps in memory and how often it is read anew.
 *
 * @param maxCases listed; those behind are counted only
 * @param maxTextCharacters of a case that can be searched
 * @param maxStudies counted
 * @param refreshAfter a list older than this is read anew by the next reader; it is also never read more often than every
 *     tenth of the time
 * @param keepModalities how long the kinds of images of an accession number are taken as known
 */
public record CatalogueLimits(
        int maxCases, int maxTextCharacters, int maxStudies, Duration refreshAfter, Duration keepModalities) {
    /** 10,000 cases of 4,000 characters, 100,000 studies, 2 s, 5 min. */
    public static CatalogueLimits defaults() {
        return new CatalogueLimits(10_000, 4_000, 100_000, Duration.ofSeconds(2), Duration.ofMinutes(5));
    }
}
