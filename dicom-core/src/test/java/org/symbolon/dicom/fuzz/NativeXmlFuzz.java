package org.symbolon.dicom.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.symbolon.dicom.BulkDataResolver;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.ModelLimits;
import org.symbolon.dicom.NativeXmlReader;
import org.symbolon.dicom.NativeXmlWriter;
import org.symbolon.dicom.XmlOptions;

/** Reads XML; what is read, written and read again is the same. */
public final class NativeXmlFuzz {
    private static final ModelLimits LIMITS =
            ModelLimits.defaults().withMaxValueBytes(1 << 20).withMaxElements(20_000);

    private NativeXmlFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        DataSet dataSet;
        try {
            dataSet = NativeXmlReader.read(new ByteArrayInputStream(data), LIMITS, BulkDataResolver.omit());
        } catch (DicomFormatException e) {
            if (e.problem() == null) {
                throw new IllegalStateException("A refusal without a reason", e);
            }
            return;
        }
        String once = xml(dataSet);
        byte[] bytes = once.getBytes(StandardCharsets.UTF_8);
        if (!once.equals(xml(NativeXmlReader.read(new ByteArrayInputStream(bytes), ModelLimits.defaults())))) {
            throw new IllegalStateException("XML changes when it is read and written");
        }
    }

    private static String xml(DataSet dataSet) throws IOException {
        StringBuilder xml = new StringBuilder();
        NativeXmlWriter.write(dataSet, xml, XmlOptions.defaults());
        return xml.toString();
    }
}
