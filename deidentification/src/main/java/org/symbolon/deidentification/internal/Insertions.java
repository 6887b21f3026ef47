package org.symbolon.deidentification.internal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.internal.EditPlanner.Purpose;
import org.symbolon.deidentification.profile.Marks;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.profile.Unlisted;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/** Elements that a profile adds at the top level, in the order of their tags: the marks, and a patient where none is named. */
final class Insertions {

    /**
     * An element to come.
     *
     * @param instead true if it takes the place of one that is there already
     */
    record Insertion(int tag, boolean instead, Replacement replacement) {}

    private final Deque<Insertion> pending;

    private Insertions(List<Insertion> insertions) {
        List<Insertion> sorted = new ArrayList<>(insertions);
        sorted.sort(Comparator.comparing(Insertion::tag, Integer::compareUnsigned));
        pending = new ArrayDeque<>(sorted);
    }

    static Insertions of(Profile profile, Purpose purpose, ElementEncoder encoder) {
        List<Insertion> list = new ArrayList<>();
        Marks marks = profile.marks();
        if (purpose == Purpose.ARCHIVE && !marks.method().isEmpty()) {
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
        if (purpose == Purpose.ARCHIVE && profile.unlisted() == Unlisted.STANDARD) {
            list.add(new Insertion(
                    Tags.PatientName, false, patient -> encoder.text(Tags.PatientName, Vr.PN, patient.patient())));
            list.add(new Insertion(
                    Tags.PatientID, false, patient -> encoder.text(Tags.PatientID, Vr.LO, patient.patient())));
        }
        return new Insertions(list);
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

    private static void add(int tag, byte[] element, List<Insertion> list) {
        list.add(new Insertion(tag, true, substitutes -> element));
    }

    private static byte[] codes(List<Marks.Code> codes, ElementEncoder encoder) {
        List<byte[]> items = new ArrayList<>();
        for (Marks.Code code : codes) {
            byte[] value = encoder.text(Tags.CodeValue, Vr.SH, code.value());
            byte[] scheme = encoder.text(Tags.CodingSchemeDesignator, Vr.SH, "DCM");
            byte[] meaning = encoder.text(Tags.CodeMeaning, Vr.LO, code.meaning());
            ByteArrayOutputStream item = new ByteArrayOutputStream();
            item.writeBytes(value);
            item.writeBytes(scheme);
            item.writeBytes(meaning);
            items.add(item.toByteArray());
        }
        return encoder.sequence(Tags.DeidentificationMethodCodeSequence, items);
    }
}
