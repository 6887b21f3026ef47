package org.symbolon.dicom.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import org.symbolon.dicom.BulkDataResolver;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomJsonReader;
import org.symbolon.dicom.DicomJsonWriter;
import org.symbolon.dicom.JsonOptions;
import org.symbolon.dicom.ModelLimits;

/** Reads JSON; what is read, written and read again is the same. */
public final class DicomJsonFuzz {
    private static final ModelLimits LIMITS =
            ModelLimits.defaults().withMaxValueBytes(1 << 20).withMaxElements(20_000);

    private DicomJsonFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        try (DicomJsonReader reader =
                DicomJsonReader.of(new ByteArrayInputStream(data), LIMITS, BulkDataResolver.omit())) {
            for (DataSet dataSet = reader.next(); dataSet != null; dataSet = reader.next()) {
                String once = json(dataSet);
                String twice = json(DicomJsonReader.read(new StringReader(once), ModelLimits.defaults()));
                if (!once.equals(twice)) {
                    throw new IllegalStateException("JSON changes when it is read and written");
                }
            }
        } catch (DicomFormatException e) {
            if (e.problem() == null) {
                throw new IllegalStateException("A refusal without a reason", e);
            }
        }
    }

    private static String json(DataSet dataSet) throws IOException {
        StringBuilder json = new StringBuilder();
        DicomJsonWriter.write(dataSet, json, JsonOptions.defaults());
        return json.toString();
    }
}
