package org.symbolon.dicomtools.network;

import java.io.IOException;
import java.nio.file.Path;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;

/** Where an object belongs, as its data set says; empty where it does not say. */
record ObjectHeader(String sopClassUid, String studyUid, String seriesUid) {
    static ObjectHeader read(Path file) throws IOException {
        try (DataSetReader reader =
                DicomFile.open(file).reader(ReaderOptions.defaults().withStopBefore(Tags.SeriesInstanceUID + 1))) {
            DataSet header = DataSet.read(reader);
            return new ObjectHeader(
                    header.string(Tags.SOPClassUID),
                    header.string(Tags.StudyInstanceUID),
                    header.string(Tags.SeriesInstanceUID));
        }
    }
}
