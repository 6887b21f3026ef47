package org.symbolon.dicom;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.symbolon.dicom.internal.json.JsonAttributes;
import org.symbolon.dicom.internal.json.JsonOut;
import org.symbolon.dicom.internal.model.AttributeWalk;
import org.symbolon.dicom.internal.model.DataSetWalk;

/**
 * Writes data sets in the DICOM JSON model (PS3.18 annex F) while they are read: no more than one value is in memory.
 *
 * <p>Text is converted to Unicode, and (0008,0005), where there is one, says {@code ISO_IR 192}. Values lose the padding at
 * their end, empty ones are null, attributes without value have {@code vr} alone. IS and DS are numbers where they are
 * some ({@link NumberStrings}); SV and UV beyond 53 bits, what is not finite in FL and FD ({@code NaN}, {@code inf},
 * {@code -inf}) and IS and DS that are no numbers are strings. Group lengths are left out; of an attribute that comes twice
 * the first counts. UN keeps its bytes. Where an implicit VR data set leaves a choice, VRs are those of PS3.5 A.1, with SS
 * where Pixel Representation says so. Attributes stand in the order of the data set, which is that of the tags in any
 * data set that keeps to PS3.5 7.1.
 *
 * <p>Encapsulated pixel data inline is its bytes in explicit VR little endian with item headers up to the delimiter, as
 * pydicom has it.
 *
 * <p>Errors are those of the reader and of the target: what has been written then is no complete JSON. Not thread-safe.
 * An instance writes an array; see the static methods for single objects.
 */
public final class DicomJsonWriter implements Closeable {
    private final Appendable out;
    private final JsonOut json;
    private boolean closed;

    private DicomJsonWriter(Appendable out) throws IOException {
        this.out = out;
        json = new JsonOut(out, TextLayout.COMPACT);
        json.beginArray();
    }

    /** Writes one object. Closes neither the reader nor the target. */
    public static void write(DataSetReader dataSet, Appendable out, JsonOptions options) throws IOException {
        JsonOut json = new JsonOut(out, options.layout());
        object(dataSet, json, options);
        json.flush();
    }

    /** As {@link #write(DataSetReader, Appendable, JsonOptions)} in UTF-8; the stream is flushed and left open. */
    public static void write(DataSetReader dataSet, OutputStream out, JsonOptions options) throws IOException {
        Writer writer = utf8(out);
        write(dataSet, writer, options);
        writer.flush();
    }

    /** Writes a data set in memory. */
    public static void write(DataSet dataSet, Appendable out, JsonOptions options) throws IOException {
        JsonOut json = new JsonOut(out, options.layout());
        object(dataSet, json, options);
        json.flush();
    }

    /**
     * Writes the data set of a file as one object in UTF-8, with its meta group if the options want it; flushes the stream.
     *
     * @return what was found wrong in the data set
     */
    public static Findings write(DicomFile file, ReaderOptions limits, OutputStream out, JsonOptions options)
            throws IOException {
        try (DataSetReader reader = file.reader(limits)) {
            Writer writer = utf8(out);
            JsonOut json = new JsonOut(writer, options.layout());
            json.beginObject();
            if (options.fileMeta() == FileMetaInclusion.INCLUDED) {
                members(file.fileMeta(), json, options);
            }
            members(reader, json, options);
            json.endObject();
            json.flush();
            writer.flush();
            return reader.findings();
        }
    }

    /**
     * Begins an array of data sets. {@link #close} ends it and leaves the target open; after an error do not close it, lest
     * an array that is not complete look like one that is.
     */
    public static DicomJsonWriter array(Appendable out) throws IOException {
        return new DicomJsonWriter(out);
    }

    /** As {@link #array(Appendable)} in UTF-8; {@link #close} flushes the stream and leaves it open. */
    public static DicomJsonWriter array(OutputStream out) throws IOException {
        Writer writer = utf8(out);
        return new DicomJsonWriter(writer);
    }

    /** Writes one more object, compact. */
    public void add(DataSetReader dataSet, JsonOptions options) throws IOException {
        object(dataSet, json, options);
        json.flush();
    }

    public void add(DataSet dataSet, JsonOptions options) throws IOException {
        object(dataSet, json, options);
        json.flush();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            json.endArray();
            json.flush();
            if (out instanceof Flushable flushable) {
                flushable.flush();
            }
        }
    }

    private static void object(DataSetReader dataSet, JsonOut json, JsonOptions options) throws IOException {
        json.beginObject();
        members(dataSet, json, options);
        json.endObject();
    }

    private static void members(DataSetReader dataSet, JsonOut json, JsonOptions options) throws IOException {
        new AttributeWalk(new JsonAttributes(json, options), options.bulkData(), options.end(), options.dataSetBytes())
                .walk(dataSet);
    }

    private static void object(DataSet dataSet, JsonOut json, JsonOptions options) throws IOException {
        json.beginObject();
        members(dataSet, json, options);
        json.endObject();
    }

    private static void members(DataSet dataSet, JsonOut json, JsonOptions options) throws IOException {
        new DataSetWalk(new JsonAttributes(json, options), options.bulkData()).walk(dataSet);
    }

    static Writer utf8(OutputStream out) {
        return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }
}
