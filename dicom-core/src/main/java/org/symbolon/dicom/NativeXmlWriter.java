package org.symbolon.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import org.symbolon.dicom.internal.model.AttributeWalk;
import org.symbolon.dicom.internal.model.DataSetWalk;
import org.symbolon.dicom.internal.xml.XmlAttributes;
import org.symbolon.dicom.internal.xml.XmlOut;

/**
 * Writes data sets in the Native DICOM Model (PS3.19 annex A.1) as XML 1.0 in UTF-8, while they are read: no more than one
 * value is in memory.
 *
 * <p>Text is converted to Unicode, and (0008,0005), where there is one, says {@code ISO_IR 192}. Values lose the padding at
 * their end, empty ones are empty {@code Value} elements. Private attributes are {@code gggg00ee} with their creator, which
 * stands in its own attribute too. Binary values are little endian. The rest is as in {@link DicomJsonWriter}.
 *
 * <p>XML 1.0 has no control characters but tab, line feed and carriage return: others (the form feed that PS3.5 allows in
 * long text, escapes that mean nothing) become U+FFFD, or a question mark in VRs of the default repertoire. Delimiters at the end of a name's components are lost, since empty
 * components are not written.
 *
 * <p>Errors are those of the reader and of the target: what has been written then is no complete XML.
 */
public final class NativeXmlWriter {
    private NativeXmlWriter() {}

    /** Writes one document. Closes neither the reader nor the target. */
    public static void write(DataSetReader dataSet, Appendable out, XmlOptions options) throws IOException {
        XmlOut xml = begin(out, options);
        attributes(dataSet, xml, options);
        end(xml);
    }

    /** As {@link #write(DataSetReader, Appendable, XmlOptions)} in UTF-8; the stream is flushed and left open. */
    public static void write(DataSetReader dataSet, OutputStream out, XmlOptions options) throws IOException {
        Writer writer = DicomJsonWriter.utf8(out);
        write(dataSet, writer, options);
        writer.flush();
    }

    /** Writes a data set in memory. */
    public static void write(DataSet dataSet, Appendable out, XmlOptions options) throws IOException {
        XmlOut xml = begin(out, options);
        attributes(dataSet, xml, options);
        end(xml);
    }

    /**
     * Writes the data set of a file in UTF-8, with its meta group if the options want it; flushes the stream.
     *
     * @return what was found wrong in the data set
     */
    public static Findings write(DicomFile file, ReaderOptions limits, OutputStream out, XmlOptions options)
            throws IOException {
        try (DataSetReader reader = file.reader(limits)) {
            Writer writer = DicomJsonWriter.utf8(out);
            XmlOut xml = begin(writer, options);
            if (options.fileMeta() == FileMetaInclusion.INCLUDED) {
                attributes(file.fileMeta(), xml, options);
            }
            attributes(reader, xml, options);
            end(xml);
            writer.flush();
            return reader.findings();
        }
    }

    private static XmlOut begin(Appendable out, XmlOptions options) throws IOException {
        XmlOut xml = new XmlOut(out, options.layout());
        xml.begin("NativeDicomModel");
        xml.attribute("xmlns", "http://dicom.nema.org/PS3.19/models/NativeDICOM");
        xml.attribute("xml:space", "preserve");
        return xml;
    }

    private static void attributes(DataSetReader dataSet, XmlOut xml, XmlOptions options) throws IOException {
        new AttributeWalk(new XmlAttributes(xml), options.bulkData(), options.end(), JsonOptions.UNKNOWN).walk(dataSet);
    }

    private static void attributes(DataSet dataSet, XmlOut xml, XmlOptions options) throws IOException {
        new DataSetWalk(new XmlAttributes(xml), options.bulkData()).walk(dataSet);
    }

    private static void end(XmlOut xml) throws IOException {
        xml.end();
        xml.flush();
    }
}
