package org.symbolon.dicomtools.file.model;

import java.io.IOException;
import java.io.OutputStream;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Findings;

/** Writes one file in a model. */
@FunctionalInterface
public interface ModelWriter {
    /** Flushes the stream and leaves it open; returns what was found wrong in the file. */
    Findings write(DicomFile file, OutputStream out) throws IOException;
}
