package org.symbolon.testkit;

import java.io.IOException;

/**
 * Receives what {@link SampleHospital#stream} writes, in the order it is written, on the calling thread. For hospitals
 * that are too large for a {@link SampleManifest} in memory.
 */
public interface SampleListener {
    /** A file lies complete at its place. */
    default void file(SampleFile file) throws IOException {}

    /** A textual record lies complete at its place. */
    default void record(SampleRecord record) throws IOException {}

    /** An identity value stands in one of the files; the same value may be told several times. */
    default void planted(PlantedValue value) throws IOException {}

    /** All files of the first {@code patientsDone} people are written. */
    default void patientDone(int patientsDone) throws IOException {}
}
