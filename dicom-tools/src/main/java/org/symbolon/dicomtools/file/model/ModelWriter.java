package org.symbolon.dicomtools.file.model;

import java.io.IOException;
import java.io.OutputStream;
import org.symbolon.dicom.DicomFile;

/** Writes one file in a model. */
@FunctionalInterface
public interface ModelWriter {
    /** Flushes the stream and leaves it open. */
    void write(DicomFile file, OutputStream out) throws IOException;
}
