package org.symbolon.dicom.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomJsonReader;
import org.symbolon.dicom.DicomJsonWriter;
import org.symbolon.dicom.JsonOptions;
import org.symbolon.dicom.ModelLimits;

/** Reads DICOM JSON; what was understood is written, read and written again the same. */
public final class DicomJsonFuzz {
    private DicomJsonFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        DataSet dataSet;
        try {
            dataSet = DicomJsonReader.read(new ByteArrayInputStream(data), ModelLimits.defaults());
        } catch (DicomFormatException | CharacterCodingException e) {
            return; // refused
        }
        String once = json(dataSet);
        String twice = json(DicomJsonReader.read(new StringReader(once), ModelLimits.defaults()));
        if (!once.equals(twice)) {
            throw new IllegalStateException("Read back it is written differently");
        }
    }

    private static String json(DataSet dataSet) throws IOException {
        StringBuilder out = new StringBuilder();
        DicomJsonWriter.write(dataSet, out, JsonOptions.defaults());
        return out.toString();
    }
}
