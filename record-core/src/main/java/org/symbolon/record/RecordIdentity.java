package org.symbolon.record;

import java.util.List;

/**
 * Who and what a record speaks of, as it stands in it; absent values are empty. All values are identifying: {@link #toString}
 * shows nothing.
 *
 * @param documentId the record's own identifier with whatever scopes it (sender, root OID, system): the same record sent again
 *     has the same one, another record another; empty where it has none
 * @param issuer of the patient identifier: assigning authority as written (name, else OID, else URI)
 * @param patientId the main identifier, a medical record number where one is marked so
 * @param otherPatientIds all others, national numbers included
 * @param patientName in the form of a DICOM person name: family^given^middle^prefix^suffix (PS3.5 6.2.1)
 * @param birthDate YYYYMMDD, or as much of it as is known
 * @param sex M, F, O or empty
 * @param accessionNumbers of imaging orders
 * @param visitNumbers of this visit and earlier ones, this one first
 * @param studyInstanceUids DICOM studies that the record names
 */
public record RecordIdentity(
        String documentId,
        String issuer,
        String patientId,
        List<String> otherPatientIds,
        String patientName,
        String birthDate,
        String sex,
        List<String> accessionNumbers,
        List<String> visitNumbers,
        List<String> studyInstanceUids) {
    public RecordIdentity {
        otherPatientIds = List.copyOf(otherPatientIds);
        accessionNumbers = List.copyOf(accessionNumbers);
        visitNumbers = List.copyOf(visitNumbers);
        studyInstanceUids = List.copyOf(studyInstanceUids);
    }

    @Override
    public String toString() {
        return "[record identity]";
    }
}
