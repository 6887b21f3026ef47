package org.symbolon.deidentification.text;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.symbolon.crosswalk.PatientPseudonym;
import org.symbolon.deidentification.cleaning.CleaningTally;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.MemorySplice;
import org.symbolon.deidentification.text.internal.KnownTerms;
import org.symbolon.deidentification.text.internal.PartPlaces;
import org.symbolon.deidentification.text.internal.PartPlan;
import org.symbolon.deidentification.text.internal.PlaceRules;
import org.symbolon.deidentification.text.internal.PlaceTally;
import org.symbolon.deidentification.text.internal.RecordSubstitutes;
import org.symbolon.deidentification.text.internal.SelfCheck;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.RecordIdentity;
import org.symbolon.record.RecordPart;

/** The work on one record: each patient with his own parts, all edits together, and the check of what came out. Used once. */
final class RecordParting {
    private final ClinicalRecord record;
    private final byte[] original;

    /** Of each patient one. */
    private final List<PartPlan> plans = new ArrayList<>(1);

    /** Of each part that of its patient. */
    private final List<PartPlan> planOfPart = new ArrayList<>(1);

    private final PlaceTally tally = new PlaceTally();
    private final PatientPseudonym firstPatient;
    private CleaningTally words = CleaningTally.NONE;

    RecordParting(
            ClinicalRecord record,
            byte[] original,
            RecordDeidentifierOptions options,
            KnownTerms known,
            Function<RecordIdentity, RecordSubstitutes> substitutes) {
        this.record = record;
        this.original = original;
        List<RecordPart> parts = record.parts();
        List<PartPlaces> persons = PartPlaces.of(record, options.policy());
        IdentityHashMap<Object, PartPlan> byPerson = new IdentityHashMap<>();
        for (PartPlaces person : persons) {
            RecordIdentity identity = person.identity();
            PartPlan plan = new PartPlan(
                    record.charset(),
                    identity,
                    person,
                    person.terms(record.language(), persons, known),
                    substitutes.apply(identity),
                    options.cleaning());
            plans.add(plan);
            byPerson.put(person.person(), plan);
        }
        this.firstPatient = plans.get(0).substitutes().patient();
        for (RecordPart part : parts) {
            planOfPart.add(Objects.requireNonNull(byPerson.get(part.person())));
        }
    }

    /** How many there are. */
    int patients() {
        return plans.size();
    }

    PatientPseudonym firstPatient() {
        return firstPatient;
    }

    /** The anonymous record, checked. */
    MemorySplice splice(Function<byte[], ClinicalRecord> reader) {
        List<Edit> edits = new ArrayList<>();
        for (PartPlan plan : plans) {
            new PlaceRules(record.format(), original, plan, edits, tally).apply();
        }
        for (PartPlan plan : plans) {
            words = words.plus(plan.cleaner().tally());
        }
        List<Edit> ordered = Edit.normalise(edits);
        MemorySplice splice = MemorySplice.of(original, ordered);
        new SelfCheck(planOfPart, starts(ordered)).check(splice.result(), reader);
        return splice;
    }

    /** Where each part begins after the edits. */
    private int[] starts(List<Edit> edits) {
        List<RecordPart> parts = record.parts();
        int[] starts = new int[parts.size()];
        long moved = 0;
        int next = 0;
        for (int i = 0; i < starts.length; i++) {
            int start = parts.get(i).start();
            while (next < edits.size() && edits.get(next).offset() < start) {
                moved += edits.get(next).replacementLength() - edits.get(next).length();
                next++;
            }
            starts[i] = (int) (start + moved);
        }
        return starts;
    }

    /** Of what {@link #splice} did; few ask for it. */
    Supplier<RecordSummary> summary() {
        PlaceTally places = tally;
        CleaningTally seen = words;
        return () -> RecordSummary.of(places, seen);
    }
}
