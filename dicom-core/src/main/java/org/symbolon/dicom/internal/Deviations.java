package org.symbolon.dicom.internal;

import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Finding;
import org.symbolon.dicom.Findings;
import org.symbolon.dicom.Leniency;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tag;

/** What a reader does about the rules that are broken where it stands: an exception or a finding, as its options say. */
public final class Deviations {
    private final Leniency leniency;
    private final TokenHeader header;
    private final Containers containers;
    private final Findings findings;
    private boolean inPadding;

    Deviations(ReaderOptions options, TokenHeader header, Containers containers) {
        this.leniency = options.leniency();
        this.header = header;
        this.containers = containers;
        this.findings = new Findings(options.maxFindings());
    }

    public Findings findings() {
        return findings;
    }

    /** Something whose meaning is clear in spite of a broken rule. */
    void note(String rule) {
        if (leniency == Leniency.STRICT) {
            throw header.problem(DicomProblem.NONCONFORMANT, rule);
        }
        add(DicomProblem.NONCONFORMANT, rule);
    }

    /** Something that only who salvages gets over. */
    void orThrow(DicomProblem problem, String rule) {
        if (leniency != Leniency.SALVAGE) {
            throw header.problem(problem, rule);
        }
        add(problem, rule);
    }

    /** Whether reading ends without exception; takes note of the cause. */
    boolean salvages(DicomFormatException e) {
        if (leniency != Leniency.SALVAGE || e.problem() == DicomProblem.LIMIT_EXCEEDED) {
            return false;
        }
        add(e.problem(), e.rule());
        return true;
    }

    void add(DicomProblem problem, String rule) {
        if (findings.hasRoom()) {
            findings.add(new Finding(problem, containers.path(header.tag()), header.tag(), header.offset(), rule));
        } else {
            findings.addUnseen();
        }
    }

    /** Judges the element whose header was just read. */
    void judge() {
        int tag = header.tag();
        int previous = containers.follow(tag);
        if (previous != 0 && Integer.compareUnsigned(tag, previous) <= 0) {
            order(tag, previous);
        }
        if (header.length() > 0 && (header.length() & 1) != 0) {
            note("A value has an even length (PS3.5 7.1.1)");
        }
        if (header.vrWasUnknown()) {
            note("A VR that PS3.5 6.2 does not have");
        }
        if (header.encoding() != containers.encoding()) {
            note("An element without VR among others that have one (PS3.5 7.1)");
        }
        if (Tag.group(tag) == Tag.group(Tag.Item)) {
            note("A delimiter where nothing is open (PS3.5 7.5)");
        }
    }

    private void order(int tag, int previous) {
        if (tag == 0) {
            if (!inPadding) {
                inPadding = true;
                note("Zeroes behind the last element");
            }
            return;
        }
        note(
                tag == previous
                        ? "An element stands once in a data set (PS3.5 7.1)"
                        : "Elements stand in ascending order of their tags (PS3.5 7.1)");
    }
}
