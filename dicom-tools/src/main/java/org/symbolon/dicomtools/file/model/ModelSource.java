package org.symbolon.dicomtools.file.model;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomJsonReader;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.ModelLimits;
import org.symbolon.dicom.NativeXmlReader;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;

/** A file that holds a data set as JSON or XML instead of DICOM. */
public final class ModelSource {
    private static final int SNIFFED_BYTES = 64;
    private static final int META_GROUP = 2;
    private static final int PREAMBLE_BYTES = 128;
    private static final byte[] DICM = {'D', 'I', 'C', 'M'};
    private static final ModelLimits LIMITS =
            ModelLimits.defaults().withMaxValueBytes(256 << 20).withMaxDataSetBytes(512L << 20);

    /** What its first character says. */
    private enum Kind {
        JSON,
        XML
    }

    private final Path path;
    private final Kind kind;

    private ModelSource(Path path, Kind kind) {
        this.path = path;
        this.kind = kind;
    }

    /** Looks at the first character, a byte order mark and white space aside. */
    public static Optional<ModelSource> of(Path path) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(SNIFFED_BYTES);
        }
        Kind kind = kind(head);
        return kind == null ? Optional.empty() : Optional.of(new ModelSource(path, kind));
    }

    /**
     * Makes a Part 10 file. Its transfer syntax is that of (0002,0010), which {@code json --meta} writes; without it explicit
     * VR little endian.
     *
     * @throws DicomFormatException for what is not of the model, for values that are elsewhere, and for encapsulated pixel data
     *     without a transfer syntax
     */
    public void write(Path out) throws IOException {
        DataSet dataSet = read();
        TransferSyntax syntax = syntax(dataSet);
        DataSet meta = new DataSet();
        DataSet content = new DataSet();
        for (Element element : dataSet) {
            (Tag.group(element.tag()) == META_GROUP ? meta : content).put(element);
        }
        try (OutputStream stream = new BufferedOutputStream(
                Files.newOutputStream(out, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE))) {
            if (meta.contains(Tags.MediaStorageSOPClassUID)) {
                stream.write(prefix(meta.putString(Tags.TransferSyntaxUID, syntax.uid())));
                new DataSetWriter(stream, syntax, SequenceLengths.DEFINED).write(content);
            } else {
                Part10Writer.write(stream, content, syntax);
            }
        }
    }

    /** Preamble and meta group as they were written, with a group length that fits. */
    private static byte[] prefix(DataSet meta) {
        TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        meta.remove(Tags.FileMetaInformationGroupLength);
        int groupLength = DataSetWriter.toBytes(meta, syntax).length;
        meta.putInts(Tags.FileMetaInformationGroupLength, Vr.UL, groupLength);
        byte[] group = DataSetWriter.toBytes(meta, syntax);
        byte[] prefix = new byte[PREAMBLE_BYTES + DICM.length + group.length];
        System.arraycopy(DICM, 0, prefix, PREAMBLE_BYTES, DICM.length);
        System.arraycopy(group, 0, prefix, PREAMBLE_BYTES + DICM.length, group.length);
        return prefix;
    }

    private DataSet read() throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            return kind == Kind.JSON ? DicomJsonReader.read(in, LIMITS) : NativeXmlReader.read(in, LIMITS);
        }
    }

    private static TransferSyntax syntax(DataSet dataSet) {
        boolean encapsulated = dataSet.element(Tags.PixelData) instanceof Element.Fragments;
        TransferSyntax named = TransferSyntax.of(dataSet.string(Tags.TransferSyntaxUID));
        if (encapsulated && (named == null || !named.encapsulated())) {
            throw new DicomFormatException(
                    DicomProblem.UNKNOWN_TRANSFER_SYNTAX,
                    "Encapsulated pixel data needs its transfer syntax: write the model with --meta",
                    Tags.TransferSyntaxUID,
                    -1);
        }
        return named == null || named.encapsulated() != encapsulated ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : named;
    }

    private static @Nullable Kind kind(byte[] head) {
        int at = head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF ? 3 : 0;
        while (at < head.length && (head[at] == ' ' || head[at] == '\t' || head[at] == '\r' || head[at] == '\n')) {
            at++;
        }
        if (at == head.length) {
            return null;
        }
        return switch (head[at]) {
            case '{', '[' -> Kind.JSON;
            case '<' -> Kind.XML;
            default -> null;
        };
    }
}
