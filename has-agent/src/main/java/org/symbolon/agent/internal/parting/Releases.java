package org.symbolon.agent.internal.parting;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.QuarantineEntry;
import org.symbolon.agent.Release;
import org.symbolon.agent.Released;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.journal.NewReview;
import org.symbolon.deidentification.pixels.DoubtfulObject;
import org.symbolon.deidentification.pixels.PixelDoubt;
import org.symbolon.deidentification.pixels.PixelReview;
import org.symbolon.deidentification.pixels.SiteRules;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Lets go what a person has looked at. A rule of the site is on disk first; then, image by image, the decision and the row of
 * the spool are committed in one transaction. After a kill in between, the same release does the rest. Thread-safe.
 */
public final class Releases {
    private static final Logger LOG = LoggerFactory.getLogger(Releases.class);

    private final Quarantine quarantine;
    private final Journal journal;
    private final SiteRules siteRules;

    public Releases(Quarantine quarantine, Journal journal, SiteRules siteRules) {
        this.quarantine = quarantine;
        this.journal = journal;
        this.siteRules = siteRules;
    }

    public synchronized Released release(Release release) throws IOException {
        PixelReview review = PixelReview.parse(release.decision());
        QuarantineEntry entry = journal.quarantineEntry(release.entry())
                .orElseThrow(() ->
                        new SymbolonException(ErrorCode.NOT_FOUND, "The quarantine has no entry " + release.entry()));
        String rule = PixelDoubt.ruleOf(entry.code(), entry.rule())
                .orElseThrow(() -> new SymbolonException(
                        ErrorCode.USAGE,
                        "Entry " + release.entry() + " is not kept back for its pixels: only --retry or --remove"));
        Path file = quarantine.file(entry.id());
        DoubtfulObject image = DoubtfulObject.open(file, siteRules.neededFacts());
        if (!review.rectangles().isEmpty() && !image.contains(review)) {
            throw new SymbolonException(ErrorCode.USAGE, "A rectangle lies outside of the image");
        }
        boolean all = release.scope() == Release.Scope.ALL_LIKE_IT;
        Instant now = Instant.now();
        String siteRule =
                all ? siteRules.add(image, review, "entry " + entry.id() + ", " + release.reviewer() + ", " + now) : "";
        letGo(entry, rule, review, siteRule, release, now);
        int images = 1;
        if (all) {
            for (QuarantineEntry other : journal.quarantine()) {
                images += isLike(other, siteRule) ? letGo(other, review, siteRule, release, now) : 0;
            }
        }
        LOG.info("{} doubtful images were released after a review", images);
        return new Released(images, siteRule);
    }

    private boolean isLike(QuarantineEntry other, String siteRule) throws IOException {
        if (PixelDoubt.ruleOf(other.code(), other.rule()).isEmpty()) {
            return false;
        }
        DoubtfulObject image = DoubtfulObject.open(quarantine.file(other.id()), siteRules.neededFacts());
        return siteRules.deciding(image).filter(siteRule::equals).isPresent();
    }

    private int letGo(QuarantineEntry other, PixelReview review, String siteRule, Release release, Instant at)
            throws IOException {
        String rule = PixelDoubt.ruleOf(other.code(), other.rule()).orElse("");
        letGo(other, rule, review, siteRule, release, at);
        return 1;
    }

    private void letGo(
            QuarantineEntry entry, String rule, PixelReview review, String siteRule, Release release, Instant at)
            throws IOException {
        NewReview row = new NewReview(
                entry.id(),
                PixelReview.digest(quarantine.file(entry.id())),
                rule,
                review.text(),
                siteRule,
                release.reviewer(),
                at);
        quarantine.takeInAgain(entry.id(), row);
    }
}
