package org.symbolon.deidentification.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.pixels.PixelCleaner;
import org.symbolon.deidentification.pixels.PixelDecision;
import org.symbolon.deidentification.pixels.PixelDecision.Blank;
import org.symbolon.deidentification.pixels.PixelDoubt;
import org.symbolon.deidentification.pixels.PixelEdits;
import org.symbolon.deidentification.pixels.PixelReview;
import org.symbolon.deidentification.pixels.PixelRules;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Does what pixel rules say: what they doubt is refused, what they blank is blanked. */
public final class PixelRuleStep implements PixelStep {
    private static final byte[] NO = {'N', 'O'};

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
        try {
            return changes(rules.decide(facts), blanking);
        } catch (SymbolonException e) {
            if (e.code() != ErrorCode.IDENTITY_AT_RISK) {
                throw e;
            }
            Optional<PixelReview> review = blanking.review().find();
            if (review.isEmpty()) {
                throw e;
            }
            return reviewed(changes(rules.decide(facts, review.get()), blanking), blanking.syntax());
        }
    }

    private PixelChanges changes(PixelDecision decision, Blanking blanking) throws IOException {
        @Nullable
        Blank blank = decision.<@Nullable Blank>fold(untouched -> null, area -> area, doubtful -> {
            throw PixelDoubt.of(doubtful.rule());
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

    /** Somebody looked: nothing that is left in the pixels says who it is, whatever the device said. */
    private static PixelChanges reviewed(PixelChanges changes, TransferSyntax syntax) {
        Map<Integer, byte[]> attributes = new HashMap<>(changes.attributes());
        attributes.put(Tags.BurnedInAnnotation, ordered(Tags.BurnedInAnnotation, NO, syntax));
        return new PixelChanges(
                PixelReview.RULE, changes.edits(), attributes, changes.transferSyntax(), changes.temporaryFile());
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
