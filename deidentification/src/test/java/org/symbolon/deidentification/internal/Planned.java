package org.symbolon.deidentification.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.symbolon.deidentification.ChangeSummary;
import org.symbolon.deidentification.internal.PlanRequest.Purpose;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.profile.Profiles;
import org.symbolon.deidentification.profile.Requirement;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.deidentification.profile.RuleSet;
import org.symbolon.deidentification.splice.MemorySplice;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;

/** Rules of a test's own, and what they make of a data set; everything that no rule names stays. */
final class Planned implements RuleSet {
    private final Map<Integer, Rule> rules = new HashMap<>();
    private final Map<String, Rule> contentItems = new HashMap<>();
    private final List<Requirement> requirements = new ArrayList<>();
    private Rule privateRule = Rule.of(Action.KEEP, "test private");
    private Profile profile = Profiles.byName("wcpt");
    private final ChangeSummary.Builder summary = new ChangeSummary.Builder();

    Planned with(int tag, Action action) {
        return with(tag, action, "");
    }

    Planned with(int tag, Action action, String argument) {
        return with(tag, new Rule(action, Action.DUMMY, argument, "test"));
    }

    Planned with(int tag, Rule rule) {
        rules.put(tag, rule);
        return this;
    }

    /** Private attributes that no rule names, and the policy for their creators. */
    Planned removingPrivate() {
        privateRule = Rule.of(Action.REMOVE, "test private");
        profile = Profiles.byName("basic");
        return this;
    }

    Planned searchingPrivate() {
        privateRule = new Rule(Action.KEEP, Action.QUARANTINE, "search", "test private");
        return this;
    }

    Planned contentItem(String code, Action action) {
        contentItems.put(code, new Rule(action, Action.DUMMY, "", "test content"));
        return this;
    }

    Planned requiring(int tag, Vr vr, Action action, String argument) {
        Rule rule = new Rule(action, action, argument, "test requirement");
        rules.put(tag, rule);
        requirements.add(new Requirement(tag, vr, rule));
        return this;
    }

    @Override
    public Rule rule(int tag, String privateCreator, Vr vr, int depth, int parentTag, boolean asSequence) {
        Rule rule = rules.get(tag);
        if (rule != null) {
            return rule;
        }
        return (tag & 0x10000) != 0 ? privateRule : Rule.of(Action.KEEP, "unlisted");
    }

    @Override
    public Rule contentItem(String codeValue, String scheme, String valueType) {
        return contentItems.getOrDefault(codeValue, Rule.of(Action.KEEP, "unlisted"));
    }

    @Override
    public List<Requirement> requirements() {
        return requirements;
    }

    ChangeSummary summary() {
        return summary.build(0, 0);
    }

    /** Edited and read again; that the inverse leads back is asserted. */
    DataSet of(byte[] dataSet, TransferSyntax syntax) {
        byte[] result = bytes(dataSet, syntax);
        try (DataSetReader reader = DataSetReader.of(result, syntax, ReaderOptions.defaults())) {
            return DataSet.read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes(byte[] dataSet, TransferSyntax syntax) {
        MemorySplice splice = splice(dataSet, syntax);
        byte[] back = MemorySplice.of(splice.result(), splice.inverse()).result();
        if (!java.util.Arrays.equals(back, dataSet)) {
            throw new AssertionError("The inverse does not lead back");
        }
        return splice.result();
    }

    private MemorySplice splice(byte[] dataSet, TransferSyntax syntax) {
        try {
            DataSetReader first = DataSetReader.of(dataSet, syntax, ReaderOptions.defaults());
            HeaderFacts facts = HeaderFacts.read(first, Set.of(), "clinic", !contentItems.isEmpty());
            PlanRequest request = new PlanRequest(
                    profile, this, facts, Purpose.REMOVAL_ONLY, 1 << 20, PixelChanges.NONE, PlanExtras.NONE);
            if (!requirements.isEmpty()) {
                request = new PlanRequest(
                        profile, this, facts, Purpose.ARCHIVE, 1 << 20, PixelChanges.NONE, PlanExtras.NONE);
            }
            Plan plan = EditPlanner.plan(DataSetReader.of(dataSet, syntax, ReaderOptions.defaults()), request);
            return MemorySplice.of(dataSet, plan.edits(new PlainSubstitutes(plan), summary));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
