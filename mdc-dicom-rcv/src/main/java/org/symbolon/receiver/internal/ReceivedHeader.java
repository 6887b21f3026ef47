package org.symbolon.receiver.internal;

import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.Uid;

/**
 * What the receiver needs to know of an object, gathered while it streamed by.
 *
 * @param elements those of {@link HeaderReader#WANTED} that the top level of the data set holds
 */
record ReceivedHeader(DataSet elements) {
    String sopClassUid() {
        return elements.string(Tags.SOPClassUID);
    }

    String sopInstanceUid() {
        return elements.string(Tags.SOPInstanceUID);
    }

    String seriesInstanceUid() {
        return elements.string(Tags.SeriesInstanceUID);
    }

    String studyInstanceUid() {
        return elements.string(Tags.StudyInstanceUID);
    }

    String text(int tag) {
        return elements.string(tag);
    }

    int number(int tag) {
        return elements.integer(tag, 0);
    }

    /** PS3.15 E.1.1: Patient Identity Removed (0012,0062) is YES. */
    void requireDeidentified() {
        if (!text(Tags.PatientIdentityRemoved).equals("YES")) {
            throw new SymbolonException(
                    ErrorCode.NOT_DEIDENTIFIED, "Patient Identity Removed (0012,0062) is not YES (PS3.15 E.1.1)");
        }
    }

    void requireUids() {
        for (String uid : List.of(sopClassUid(), sopInstanceUid(), seriesInstanceUid(), studyInstanceUid())) {
            if (!Uid.isUid(uid)) {
                throw new SymbolonException(
                        ErrorCode.MISSING_UID,
                        "SOP Class, SOP Instance, Series or Study Instance UID is missing or not a UID");
            }
        }
    }

    /** PS3.7 9.1.1.1: the command names the instance that the data set holds. */
    void requireNamed(String affectedSopClassUid, String affectedSopInstanceUid) {
        if (!affectedSopClassUid.equals(sopClassUid()) || !affectedSopInstanceUid.equals(sopInstanceUid())) {
            throw new SymbolonException(
                    ErrorCode.UID_MISMATCH, "The command names another SOP class or instance than the data set");
        }
    }
}
