package org.symbolon.dicomtools.file.validate;

import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Finding;
import org.symbolon.dicom.Findings;

/** What a finding weighs. */
public enum Verdict {
    /** The standard forbids it. */
    ERROR,
    /** The standard allows it, and has retired it. */
    WARNING;

    public static Verdict of(Finding finding) {
        return finding.problem() == DicomProblem.RETIRED ? WARNING : ERROR;
    }

    /** How many of the findings that were kept weigh so; those that were only counted are errors. */
    public long countIn(Findings findings) {
        long kept = findings.list().stream().filter(one -> of(one) == this).count();
        long unseen = findings.count() - findings.list().size();
        return this == ERROR ? kept + unseen : kept;
    }

    /** For a line of text. */
    public String word() {
        return this == ERROR ? "error" : "warning";
    }
}
