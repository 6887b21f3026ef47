package org.symbolon.model;

/**
 * What the data centre's index holds of one stored instance. Lengths and offsets are bytes of the stored Part 10 file.
 *
 * @param location path in HDFS, absolute
 * @param length of the whole stored file
 * @param dataSetOffset first byte of the data set, after preamble and file meta group
 * @param dataSetSha256 lower-case hexadecimal SHA-256 over the data set as it is stored
 * @param transferSyntaxUid of the data set
 * @param sopClassUid SOP Class UID (0008,0016)
 * @param sopInstanceUid SOP Instance UID (0008,0018)
 * @param seriesInstanceUid Series Instance UID (0020,000E)
 * @param studyInstanceUid Study Instance UID (0020,000D)
 * @param accessionNumber pseudonymous Accession Number (0008,0050); empty where the object has none
 * @param patientId pseudonym in Patient ID (0010,0020); may be empty
 * @param modality Modality (0008,0060); may be empty
 * @param seriesNumber Series Number (0020,0011) as printed; may be empty
 * @param instanceNumber Instance Number (0020,0013) as printed; may be empty
 * @param rows Rows (0028,0010), 0 where there are no pixels
 * @param columns Columns (0028,0011), 0 where there are no pixels
 * @param numberOfFrames Number of Frames (0028,0008), 0 where there are no pixels
 * @param conflict whether another object with other content already held the SOP Instance UID in this series when this one came
 */
public record InstanceRecord(
        String location,
        long length,
        long dataSetOffset,
        String dataSetSha256,
        String transferSyntaxUid,
        String sopClassUid,
        String sopInstanceUid,
        String seriesInstanceUid,
        String studyInstanceUid,
        String accessionNumber,
        String patientId,
        String modality,
        String seriesNumber,
        String instanceNumber,
        int rows,
        int columns,
        int numberOfFrames,
        boolean conflict) {}
