package org.symbolon.deidentification;

import java.io.IOException;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.deidentification.internal.IdentityAttributes;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.deidentification.splice.ObjectDigests;
import org.symbolon.deidentification.splice.Splice;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Tags;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Tells results of this crosswalk from originals, so that nobody gets the pseudonym of a pseudonym. What an object says of itself, that it is
 * de-identified, is only why it is looked at: the crosswalk must have its other half, or have given its Patient ID. All else is an original.
 */
final class OwnResults {
    private static final String MARKED = "YES";

    private final Crosswalk crosswalk;
    private final ObjectDigests digests;

    OwnResults(Crosswalk crosswalk, ObjectDigests digests) {
        this.crosswalk = crosswalk;
        this.digests = digests;
    }

    /** Throws {@code ALREADY_DEIDENTIFIED} for a result, and for one that somebody changed since. */
    void refuse(DicomFile file, IdentityAttributes identity) throws IOException {
        if (!identity.text(Tags.PatientIdentityRemoved).equals(MARKED)) {
            return;
        }
        Splice unchanged = Splice.of(file.path(), file.dataSetOffset(), java.util.List.of());
        if (isResult(digests.of(unchanged), identity) || isResult(unchanged.digests(), identity)) {
            throw new SymbolonException(
                    ErrorCode.ALREADY_DEIDENTIFIED,
                    "This is what the crosswalk made of an original: it is de-identified already, and nothing is to be done");
        }
        if (crosswalk.knowsPseudonym(identity.text(Tags.PatientID))) {
            throw new SymbolonException(
                    ErrorCode.ALREADY_DEIDENTIFIED,
                    "The patient has a pseudonym of this crosswalk, but the object is none that it made: it was changed since."
                            + " Restore the original and de-identify that");
        }
    }

    /** An original that was clean, so that nothing became of it but itself, is still an original. */
    private boolean isResult(Digests made, IdentityAttributes identity) {
        ObjectKey key = new ObjectKey(
                identity.text(Tags.StudyInstanceUID),
                identity.text(Tags.SeriesInstanceUID),
                identity.text(Tags.SOPInstanceUID),
                made.result());
        for (IdentityHalf half : crosswalk.halves(key)) {
            if (!half.originalDigest().equals(made.sourceFile())) {
                return true;
            }
        }
        return false;
    }
}
