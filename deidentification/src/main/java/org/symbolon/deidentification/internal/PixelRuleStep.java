package org.symbolon.deidentification.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.pixels.PixelCleaner;
import org.symbolon.deidentification.pixels.PixelDecision;
import org.symbolon.deidentification.pixels.PixelDecision.Blank;
import org.symbolon.deidentification.pixels.PixelEdits;
import org.symbolon.deidentification.pixels.PixelRules;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.image.ImageLimits;

/** Does what pixel rules say: what they doubt is refused, what they blank is blanked. */
public final class PixelRuleStep implements PixelStep {
    private final PixelRules rules;
    private final PixelCleaner cleaner = new PixelCleaner(ImageLimits.defaults());

    public PixelRuleStep(PixelRules rules) {
        this.rules = rules;
    }

    @Override
    public Set<Integer> neededFacts() {
        return rules.neededFacts();
    }

    @Override
    public PixelChanges decide(HeaderFacts facts, Blanking blanking) throws IOException {
        PixelDecision decision = rules.decide(facts);
        @Nullable
        Blank blank = decision.<@Nullable Blank>fold(untouched -> null, area -> area, doubtful -> {
            throw Risk.of("Pixel rule \"" + doubtful.rule() + "\": the pixels may show who it is");
        });
        if (blank == null) {
            return PixelChanges.NONE;
        }
        Path folder = blanking.temporaryFolder();
        if (folder == null) {
            return new PixelChanges(blank.rule(), List.of(), Map.of(), null, null);
        }
        TransferSyntax syntax = blanking.syntax();
        PixelEdits edits = cleaner.plan(blanking.file(), blanking.dataSetOffset(), syntax, blank, folder);
        Map<Integer, byte[]> attributes = new HashMap<>();
        edits.changedAttributes().forEach((tag, value) -> attributes.put(tag, ordered(tag, value, syntax)));
        boolean changes = !edits.transferSyntax().equals(syntax);
        return new PixelChanges(
                edits.rule(),
                edits.edits(),
                attributes,
                changes ? edits.transferSyntax() : null,
                edits.temporaryFile());
    }

    /** Values are little endian; a big endian data set has theirs the other way round. */
    private static byte[] ordered(int tag, byte[] value, TransferSyntax syntax) {
        int unit = Dictionary.standard().vr(tag).unitBytes();
        if (!syntax.bigEndian() || unit == 1) {
            return value;
        }
        byte[] swapped = new byte[value.length];
        for (int i = 0; i < value.length; i++) {
            int inUnit = i % unit;
            swapped[i] = value[i - inUnit + unit - 1 - inUnit];
        }
        return swapped;
    }
}
