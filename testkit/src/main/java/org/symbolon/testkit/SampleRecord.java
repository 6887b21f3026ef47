package org.symbolon.testkit;

import java.nio.file.Path;

/**
 * One written textual record, with its original (identifying) numbers.
 *
 * @param path where it lies, below the output folder
 * @param bytes its length
 * @param format HL7 v2, CDA or FHIR
 * @param visitNumber of the visit it speaks of
 * @param accessionNumber of the study made in that visit
 * @param patientId of the registration; alone it names no person
 * @param person number of the invented person, from 0
 */
public record SampleRecord(
        Path path,
        long bytes,
        String format,
        String visitNumber,
        String accessionNumber,
        String patientId,
        int person) {
    /** Without the values, so that they cannot reach a log by accident. */
    @Override
    public String toString() {
        return "SampleRecord[" + format + ", " + bytes + " bytes]";
    }
}
