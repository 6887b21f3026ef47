package org.symbolon.deidentification.internal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.internal.PlanRequest.Purpose;
import org.symbolon.deidentification.profile.Action;
import org.symbolon.deidentification.profile.Marks;
import org.symbolon.deidentification.profile.Requirement;
import org.symbolon.deidentification.profile.Rule;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/**
 * Elements that come into the top level, in the order of their tags: the marks, what the profile requires, what follows from
 * blanked pixels, and the encrypted originals.
 */
final class Insertions {

    /**
     * An element to come.
     *
     * @param instead true if it takes the place of one that is there already
     */
    record Insertion(int tag, boolean instead, Rule rule, Replacement replacement) {}

    private static final Comparator<Insertion> ORDER = Comparator.comparing(Insertion::tag, Integer::compareUnsigned);

    private final Deque<Insertion> pending;

    private Insertions(List<Insertion> insertions) {
        List<Insertion> sorted = new ArrayList<>(insertions);
        sorted.sort(ORDER);
        pending = new ArrayDeque<>(sorted);
    }

    static Insertions of(PlanRequest request, ElementEncoder encoder) {
        List<Insertion> list = new ArrayList<>();
        if (request.purpose() != Purpose.REMOVAL_ONLY) {
            marks(request.profile().marks(), encoder, list);
        }
        if (request.purpose() == Purpose.ARCHIVE) {
            Rule pixels = ElementRules.pixelRule(request.pixels(), Action.SET);
            request.pixelAttributes().forEach((tag, value) -> {
                if (value.length > 0) {
                    byte[] element = encoder.element(tag, Dictionary.standard().vr(tag), value);
                    list.add(new Insertion(tag, true, pixels, substitutes -> element));
                }
            });
            Sealing originals = request.originals();
            if (originals != null) {
                list.add(new Insertion(
                        Tags.EncryptedAttributesSequence,
                        true,
                        ElementRules.ENCRYPTION,
                        new SealedOriginals(originals, encoder)));
            }
            for (Requirement requirement : request.rules().requirements()) {
                if (list.stream().noneMatch(insertion -> insertion.tag() == requirement.tag())) {
                    list.add(required(requirement, encoder));
                }
            }
        }
        return new Insertions(list);
    }

    private static Insertion required(Requirement requirement, ElementEncoder encoder) {
        Rule rule = requirement.rule();
        int tag = requirement.tag();
        Element missing = new Element(tag, requirement.vr(), 0, encoder, List.of(), new byte[0]);
        Replacement replacement = switch (rule.action()) {
            case SET -> Replacements.set(rule, missing);
            case PATIENT_PSEUDONYM ->
                substitutes -> missing.with(
                        Replacements.isByProject(rule) ? substitutes.projectPatient() : substitutes.patient());
            case DUMMY -> Replacements.dummy(rule, missing);
            case EMPTY -> substitutes -> missing.with(new byte[0]);
            default ->
                substitutes -> {
                    throw Risk.of(tag, rule, "missing, but required");
                };
        };
        return new Insertion(tag, false, rule, replacement);
    }

    /** The next insertion that belongs before an element of this tag, null if there is none. */
    @Nullable
    Insertion pollBefore(int tag) {
        Insertion first = pending.peek();
        return first != null && Integer.compareUnsigned(first.tag(), tag) < 0 ? pending.poll() : null;
    }

    /** The next of those that are left when the data set has ended. */
    @Nullable
    Insertion poll() {
        return pending.poll();
    }

    /** Tells of an element that is there already; the one to be inserted is dropped unless it comes in its place. */
    void met(int tag) {
        Insertion first = pending.peek();
        if (first != null && first.tag() == tag && !first.instead()) {
            pending.poll();
        }
    }

    private static void marks(Marks marks, ElementEncoder encoder, List<Insertion> list) {
        if (marks.method().isEmpty()) {
            return;
        }
        add(Tags.PatientIdentityRemoved, encoder.text(Tags.PatientIdentityRemoved, Vr.CS, "YES"), list);
        add(Tags.DeidentificationMethod, encoder.text(Tags.DeidentificationMethod, Vr.LO, marks.method()), list);
        if (!marks.codes().isEmpty()) {
            add(Tags.DeidentificationMethodCodeSequence, codes(marks.codes(), encoder), list);
        }
        if (!marks.temporal().isEmpty()) {
            int tag = Tags.LongitudinalTemporalInformationModified;
            add(tag, encoder.text(tag, Vr.CS, marks.temporal()), list);
        }
    }

    private static void add(int tag, byte[] element, List<Insertion> list) {
        list.add(new Insertion(tag, true, ElementRules.MARK, substitutes -> element));
    }

    private static byte[] codes(List<Marks.Code> codes, ElementEncoder encoder) {
        List<byte[]> items = new ArrayList<>();
        for (Marks.Code code : codes) {
            ByteArrayOutputStream item = new ByteArrayOutputStream();
            item.writeBytes(encoder.text(Tags.CodeValue, Vr.SH, code.value()));
            item.writeBytes(encoder.text(Tags.CodingSchemeDesignator, Vr.SH, "DCM"));
            item.writeBytes(encoder.text(Tags.CodeMeaning, Vr.LO, code.meaning()));
            items.add(item.toByteArray());
        }
        return encoder.sequence(Tags.DeidentificationMethodCodeSequence, items);
    }
}
