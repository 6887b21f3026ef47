package org.symbolon.dicomtools.file.internal;

import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Finding;
import org.symbolon.dicom.Findings;

/** Which findings of a salvaged file make it a failure, though all that could be read was. */
public final class Damage {
    private Damage() {}

    /**
     * Throws the first finding after which values are missing or doubtful, if there is one.
     *
     * @throws DicomFormatException TRUNCATED or CORRUPT
     */
    public static void requireNone(Findings findings) {
        for (Finding finding : findings) {
            if (finding.problem() == DicomProblem.TRUNCATED || finding.problem() == DicomProblem.CORRUPT) {
                throw new DicomFormatException(finding.problem(), finding.rule(), finding.tag(), finding.offset());
            }
        }
    }
}
