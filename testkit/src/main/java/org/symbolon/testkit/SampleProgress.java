package org.symbolon.testkit;

/** Told after each file, on the thread that called {@link SampleHospital}, how far the writing has come. */
@FunctionalInterface
public interface SampleProgress {
    /** Does nothing. */
    SampleProgress NONE = (patientsDone, patients, files, bytes) -> {};

    /**
     * @param patientsDone people whose files are all written
     * @param patients people asked for
     * @param files written so far
     * @param bytes written so far
     */
    void advanced(int patientsDone, int patients, long files, long bytes);
}
