package org.symbolon.anonymizer.audit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.TagPath;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.RecordReader;

/** Reads audited files value by value. Pixel data is not looked at, other values of more than 64 KiB are left on disk. Stateless. */
final class AuditFiles {
    private static final int LARGE_BYTES = 1 << 16;
    private static final long MAX_RECORD_BYTES = 64 << 20;
    private static final int HEAD_BYTES = 1 << 12;

    private AuditFiles() {}

    /** Sees the values of one file. */
    interface Visitor {
        /** @param bytes as they stand in the file, numbers little endian; not to be modified */
        void value(Attribute attribute, String text, byte[] bytes);

        /** Comes before the values: SOP Instance UID, empty for a textual record, and Patient ID. */
        void object(String sopInstanceUid, String patientId);

        /** What stands before the data set (preamble, file meta group). */
        void head(byte[] bytes);
    }

    /** @throws SymbolonException of a malformed-input code for a file that is neither DICOM nor a textual record */
    static void read(Path file, Visitor visitor) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD_BYTES);
        }
        if (head.length == 0) {
            throw new SymbolonException(ErrorCode.EMPTY_FILE, "The file is empty");
        }
        if (RecordReader.detect(head).isPresent()) {
            record(file, visitor);
            return;
        }
        try {
            image(file, head, visitor);
        } catch (DicomFormatException e) {
            throw new SymbolonException(ErrorCode.NOT_DICOM, String.valueOf(e.getMessage()), e);
        }
    }

    private static void image(Path file, byte[] head, Visitor visitor) throws IOException {
        DicomFile dicom = DicomFile.open(file);
        DataSet data = dicom.dataSet(ReaderOptions.defaults().withLargeValuesAbove(LARGE_BYTES));
        visitor.object(data.string(Tags.SOPInstanceUID), data.string(Tags.PatientID));
        int headBytes = (int) Math.min(head.length, Math.max(0, dicom.dataSetOffset()));
        visitor.head(Arrays.copyOf(head, headBytes));
        data.walk(at -> {
            Element element = at.element();
            if (element.vr() != Vr.SQ) {
                boolean pixels = element.tag() == Tags.PixelData;
                byte[] bytes = pixels ? new byte[0] : element.accept(new SmallBytes());
                visitor.value(attribute(at), text(at, bytes), bytes);
            }
        });
    }

    private static Attribute attribute(DataSet.ElementAt at) {
        int tag = at.element().tag();
        String creator =
                Tag.isPrivate(tag) && !Tag.isPrivateCreator(tag) ? at.holder().privateCreator(tag) : "";
        String owner = creator == null ? "" : creator;
        String keyword = Dictionary.standard().keyword(tag, owner.isEmpty() ? null : owner);
        String name = owner.isEmpty() ? keyword : owner + " " + keyword;
        return new Attribute(path(at.path()), name.strip(), at.element().vr().name(), tag, owner);
    }

    private static String path(TagPath path) {
        String plain = path.toString().replaceAll("\\[\\d+]", "");
        int last = plain.length() - "(gggg,eeee)".length();
        boolean block = Tag.isPrivate(path.tag()) && !Tag.isPrivateCreator(path.tag());
        return block ? plain.substring(0, last + 6) + "xx" + plain.substring(last + 8) : plain;
    }

    private static String text(DataSet.ElementAt at, byte[] bytes) {
        Element element = at.element();
        if (element.vr().isText()) {
            return String.join("\\", at.holder().strings(element.tag()));
        }
        return switch (element.vr()) {
            case US, UL, UV, SS, SL, SV, AT -> numbers(at.holder().longs(element.tag()));
            case FL, FD ->
                bytes.length > 64 ? size(bytes) : decimals(at.holder().numbers(element.tag()));
            default -> letters(bytes);
        };
    }

    private static String numbers(long[] numbers) {
        return Arrays.stream(numbers).limit(16).mapToObj(Long::toString).collect(Collectors.joining("\\"));
    }

    private static String decimals(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining("\\"));
    }

    /** The runs of letters in bytes that nobody else can read, so that a person may. */
    private static String letters(byte[] bytes) {
        String readable = new String(bytes, StandardCharsets.UTF_8)
                .replaceAll("[^\\p{L}\\p{N}\\p{P} ^=+]+", " ")
                .replaceAll("(?<!\\S)\\S{1,3}(?!\\S)", " ")
                .replaceAll(" {2,}", " ")
                .strip();
        return readable.isEmpty() ? size(bytes) : readable;
    }

    private static String size(byte[] bytes) {
        return bytes.length == 0 ? "" : "(" + bytes.length + " bytes)";
    }

    private static void record(Path file, Visitor visitor) throws IOException {
        if (Files.size(file) > MAX_RECORD_BYTES) {
            throw new SymbolonException(ErrorCode.LIMIT_EXCEEDED, "A textual record has at most 64 MiB");
        }
        byte[] bytes = Files.readAllBytes(file);
        ClinicalRecord record = new RecordReader(RecordOptions.defaults()).read(bytes);
        String patient = record.places().stream()
                .filter(place -> place.type() == PlaceType.PATIENT_IDENTIFIER)
                .map(Place::text)
                .findFirst()
                .orElse("");
        visitor.object("", patient);
        for (Place place : record.places()) {
            String path = record.format() + " " + place.path();
            Attribute attribute = new Attribute(
                    path, /* name= */ place.dataType(), /* type= */ place.type().name(), 0, "");
            visitor.value(attribute, place.text(), Arrays.copyOfRange(bytes, place.offset(), place.end()));
        }
    }
}
