package org.symbolon.dicom.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.ModelLimits;
import org.symbolon.dicom.NativeXmlReader;
import org.symbolon.dicom.NativeXmlWriter;
import org.symbolon.dicom.XmlOptions;

/** Reads Native XML; what was understood is written, read and written again the same. */
public final class NativeXmlFuzz {
    private NativeXmlFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        DataSet dataSet;
        try {
            dataSet = NativeXmlReader.read(new ByteArrayInputStream(data), ModelLimits.defaults());
        } catch (DicomFormatException | CharacterCodingException e) {
            return; // refused
        }
        String once = xml(dataSet);
        byte[] bytes = once.getBytes(StandardCharsets.UTF_8);
        String twice = xml(NativeXmlReader.read(new ByteArrayInputStream(bytes), ModelLimits.defaults()));
        if (!once.equals(twice)) {
            throw new IllegalStateException("Read back it is written differently");
        }
    }

    private static String xml(DataSet dataSet) throws IOException {
        StringBuilder out = new StringBuilder();
        NativeXmlWriter.write(dataSet, out, XmlOptions.defaults());
        return out.toString();
    }
}
