package org.symbolon.testkit;

import java.nio.file.Path;

/**
 * One written DICOM file, with its original (identifying) UIDs.
 *
 * @param path where it lies, below the output folder
 * @param bytes its length
 * @param modality Modality (0008,0060)
 * @param transferSyntaxUid of its data set
 * @param sopClassUid SOP Class UID (0008,0016)
 * @param sopInstanceUid SOP Instance UID (0008,0018)
 * @param seriesInstanceUid Series Instance UID (0020,000E)
 * @param studyInstanceUid Study Instance UID (0020,000D)
 * @param accessionNumber Accession Number (0008,0050)
 * @param patientId Patient ID (0010,0020); alone it names no person: two clinics share one
 * @param person number of the invented person, from 0; the two records of one person have one number
 */
public record SampleFile(
        Path path,
        long bytes,
        String modality,
        String transferSyntaxUid,
        String sopClassUid,
        String sopInstanceUid,
        String seriesInstanceUid,
        String studyInstanceUid,
        String accessionNumber,
        String patientId,
        int person) {}
