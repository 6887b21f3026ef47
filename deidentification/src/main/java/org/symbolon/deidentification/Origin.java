package org.symbolon.deidentification;

import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.deidentification.internal.KeyedValues;
import org.symbolon.deidentification.internal.Plan;
import org.symbolon.deidentification.internal.PlanRequest.Purpose;
import org.symbolon.deidentification.internal.Substitutes;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;

/**
 * The file that an object comes from: an object, or the directory of a file-set, which has no UIDs but those in its file meta
 * group.
 *
 * @param directoryUid pseudonym of the directory, empty for an object
 */
record Origin(DicomFile file, Purpose purpose, String directoryUid) {

    static Origin of(DicomFile file, DeidentifierOptions options, KeyedValues keyed) {
        String uid = file.fileMeta().string(Tags.MediaStorageSOPInstanceUID);
        boolean directory = options.directories()
                && !uid.isEmpty()
                && file.fileMeta().string(Tags.MediaStorageSOPClassUID).equals(Uids.MediaStorageDirectoryStorage);
        return directory ? new Origin(file, Purpose.DIRECTORY, keyed.uid(uid)) : new Origin(file, Purpose.ARCHIVE, "");
    }

    /** Of the data set, inflated if it is deflated. */
    TransferSyntax plainSyntax() {
        return file.transferSyntax().deflated() ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : file.transferSyntax();
    }

    /** Where the data set of a directory will begin in the file that is written of it. */
    long resultOffset() {
        return directoryUid.isEmpty()
                ? 0
                : Part10Writer.fileMeta(Uids.MediaStorageDirectoryStorage, directoryUid, file.transferSyntax(), null)
                        .length;
    }

    String sopClassUid(Plan plan) {
        return directoryUid.isEmpty() ? plan.identity().text(Tags.SOPClassUID) : Uids.MediaStorageDirectoryStorage;
    }

    String sopInstanceUid(Plan plan) {
        return directoryUid.isEmpty()
                ? plan.identity().text(Tags.SOPInstanceUID)
                : file.fileMeta().string(Tags.MediaStorageSOPInstanceUID);
    }

    /** Of the result. */
    String newSopInstanceUid(Plan plan, Substitutes substitutes) {
        return directoryUid.isEmpty() ? plan.newUid(Tags.SOPInstanceUID, substitutes) : directoryUid;
    }

    ObjectKey key(Plan plan, Substitutes substitutes, String digest) {
        return directoryUid.isEmpty()
                ? new ObjectKey(
                        plan.newUid(Tags.StudyInstanceUID, substitutes),
                        plan.newUid(Tags.SeriesInstanceUID, substitutes),
                        plan.newUid(Tags.SOPInstanceUID, substitutes),
                        digest)
                : new ObjectKey(directoryUid, directoryUid, directoryUid, digest);
    }
}
