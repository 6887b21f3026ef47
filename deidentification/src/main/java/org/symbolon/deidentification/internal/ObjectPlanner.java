package org.symbolon.deidentification.internal;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.HashSet;
import java.util.Set;
import org.symbolon.deidentification.internal.PlanRequest.Purpose;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.profile.RuleSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.TransferSyntax;

/**
 * Plans one object in two passes: what rules are chosen by, then what they change. Nothing is read twice from the disk but the
 * header. Thread-safe.
 */
public final class ObjectPlanner {
    private final Profile profile;
    private final String source;
    private final long maxRemovedBytes;
    private final PixelStep pixels;
    private final Set<Integer> needed;

    /** @param maxRemovedBytes most that may be removed from one object */
    public ObjectPlanner(Profile profile, String source, long maxRemovedBytes, PixelStep pixels) {
        this.profile = profile;
        this.source = source;
        this.maxRemovedBytes = maxRemovedBytes;
        this.pixels = pixels;
        Set<Integer> tags = new HashSet<>(profile.neededFacts());
        tags.addAll(pixels.neededFacts());
        this.needed = Set.copyOf(tags);
    }

    /**
     * What is to be planned.
     *
     * @param channel of the data set in plain form, whose position nobody else minds
     * @param offset of the data set in the channel
     * @param syntax of the data set, not deflated
     */
    public record Target(SeekableByteChannel channel, long offset, TransferSyntax syntax) {
        private DataSetReader reader(ReaderOptions options) throws IOException {
            return DataSetReader.of(channel, offset, syntax, options);
        }
    }

    /** Reads the data set to its end. */
    public Plan plan(Target target, Purpose purpose, PixelStep.Blanking blanking, PlanExtras extras)
            throws IOException {
        boolean content = profile.structuredContent();
        ReaderOptions header = content ? ReaderOptions.defaults() : HeaderFacts.options(needed);
        Plan plan = plan(target, purpose, header, blanking, extras);
        if (!plan.missedFact()) {
            return plan;
        }
        plan.pixelChanges().discard();
        return plan(target, purpose, ReaderOptions.defaults(), blanking, extras);
    }

    // The channel is the caller's to close, so that both passes and others share it.
    @SuppressWarnings("MustBeClosedChecker")
    private Plan plan(
            Target target, Purpose purpose, ReaderOptions header, PixelStep.Blanking blanking, PlanExtras extras)
            throws IOException {
        HeaderFacts facts = HeaderFacts.read(target.reader(header), needed, source, profile.structuredContent());
        RuleSet rules = profile.rulesFor(facts);
        PixelChanges changes = purpose == Purpose.ARCHIVE ? pixels.decide(facts, blanking) : PixelChanges.NONE;
        PlanRequest request = new PlanRequest(profile, rules, facts, purpose, maxRemovedBytes, changes, extras);
        boolean planned = false;
        try {
            Plan plan = EditPlanner.plan(target.reader(ReaderOptions.defaults()), request);
            planned = true;
            return plan;
        } finally {
            if (!planned) {
                changes.discard();
            }
        }
    }
}
