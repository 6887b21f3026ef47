package org.symbolon.dicom.image.internal.transcode;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.image.ImageBytes;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;

/**
 * A data set before and behind its pixel data: where its elements stand, and how they are written again.
 *
 * @param encoding how the data set is really encoded: one of the three that are not compressed
 * @param elements all on the top level, in their order
 */
record DataSetParts(ImageBytes bytes, TransferSyntax encoding, List<Place> elements) {
    /** An element with all that belongs to it. */
    record Place(int tag, long start, long end) {}

    /** What stands in the place of the pixel data. */
    @FunctionalInterface
    interface Pixels {
        void write(OutputStream out) throws IOException;
    }

    private static final int COPY_BYTES = 64 << 10;

    /** @throws ImageException UNSUPPORTED for encapsulated pixel data inside of a sequence */
    static DataSetParts of(ImageBytes bytes) throws IOException {
        TransferSyntax syntax =
                bytes.transferSyntax().deflated() ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : bytes.transferSyntax();
        List<Place> elements = new ArrayList<>();
        try (DataSetReader reader = DataSetReader.of(bytes.dataSet().open(0), syntax, ReaderOptions.defaults())) {
            TransferSyntax encoding = reader.contentIsBigEndian()
                    ? TransferSyntax.EXPLICIT_VR_BIG_ENDIAN
                    : reader.contentHasExplicitVr()
                            ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN
                            : TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
            long start = 0;
            for (Token token = reader.next(); token != null; token = reader.next()) {
                if (reader.depth() > 0) {
                    if (token == Token.FRAGMENTS_START) {
                        throw new ImageException(
                                Problem.UNSUPPORTED, "Encapsulated pixel data inside of a sequence is not recoded");
                    }
                    continue;
                }
                switch (token) {
                    case ELEMENT -> elements.add(new Place(reader.tag(), reader.headerOffset(), reader.endOffset()));
                    case SEQUENCE_START, FRAGMENTS_START -> start = reader.headerOffset();
                    case SEQUENCE_END, FRAGMENTS_END ->
                        elements.add(new Place(reader.tag(), start, reader.endOffset()));
                    default -> {
                        // Items and fragments are part of what they stand in.
                    }
                }
            }
            return new DataSetParts(bytes, encoding, elements);
        }
    }

    static boolean isPixelData(int tag) {
        return tag == Tags.PixelData || tag == Tags.FloatPixelData || tag == Tags.DoubleFloatPixelData;
    }

    /** Writes everything, in an encoding that is none of the compressed ones; null leaves the pixel data out. */
    void write(TransferSyntax to, Edits edits, @Nullable Pixels pixels, OutputStream out) throws IOException {
        if (to.equals(encoding)) {
            splice(edits, pixels, out);
            return;
        }
        int at = 0;
        while (at < elements.size() && !isPixelData(elements.get(at).tag())) {
            at++;
        }
        convert(0, at, edits, edits.puts(), to, out);
        if (at < elements.size()) {
            if (pixels != null) {
                pixels.write(out);
            }
            convert(at + 1, elements.size(), edits, new DataSet(), to, out);
        }
    }

    private void splice(Edits edits, @Nullable Pixels pixels, OutputStream out) throws IOException {
        List<Element> inserts = new ArrayList<>();
        edits.puts().forEach(inserts::add);
        long read = 0;
        try (InputStream in = bytes.dataSet().open(0)) {
            for (Place place : elements) {
                while (!inserts.isEmpty()
                        && Integer.compareUnsigned(inserts.get(0).tag(), place.tag()) <= 0) {
                    insert(inserts.remove(0), out);
                }
                boolean pixelData = isPixelData(place.tag());
                if (pixelData && pixels != null) {
                    pixels.write(out);
                }
                if (pixelData || edits.drops(place.tag())) {
                    continue;
                }
                in.skipNBytes(place.start() - read);
                copy(in, place.end() - place.start(), out);
                read = place.end();
            }
        }
        for (Element element : inserts) {
            insert(element, out);
        }
    }

    private void insert(Element element, OutputStream out) throws IOException {
        new DataSetWriter(out, encoding, SequenceLengths.DEFINED).write(new DataSet().put(element));
    }

    /** Reads some of the elements into memory and writes them in another encoding; group lengths fall away. */
    private void convert(int first, int end, Edits edits, DataSet puts, TransferSyntax to, OutputStream out)
            throws IOException {
        DataSet part = new DataSet();
        if (first < end) {
            ReaderOptions options = ReaderOptions.defaults();
            if (end < elements.size()) {
                options = options.withStopBefore(elements.get(end).tag());
            }
            long start = elements.get(first).start();
            try (DataSetReader reader = DataSetReader.of(bytes.dataSet().open(start), encoding, options)) {
                for (Element element : DataSet.read(reader)) {
                    if (!edits.drops(element.tag()) && (element.tag() & 0xFFFF) != 0) {
                        part.put(element);
                    }
                }
            }
        }
        puts.forEach(part::put);
        new DataSetWriter(out, to, SequenceLengths.DEFINED).write(part);
    }

    private static void copy(InputStream in, long length, OutputStream out) throws IOException {
        byte[] buffer = new byte[(int) Math.min(COPY_BYTES, length)];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("The file became shorter while it was read");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
