package org.symbolon.deidentification.text.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import org.symbolon.deidentification.splice.Edit;
import org.symbolon.deidentification.splice.EditContent;
import org.symbolon.deidentification.splice.InverseEdits;
import org.symbolon.deidentification.splice.VarInt;
import org.symbolon.record.RecordFormat;

/**
 * The content of a textual record's identity half, version 2 in docs/format/identity-half.md.
 *
 * @param charset of the original
 * @param originalLength bytes of the original
 * @param anonymousLength bytes of the anonymous record
 * @param inverse edits that turn the anonymous record into the original
 */
public record RecordContent(
        RecordFormat format, Charset charset, long originalLength, long anonymousLength, List<Edit> inverse) {
    static final byte VERSION = 2;

    public byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(VERSION);
        out.write(code(format));
        byte[] name = charset.name().getBytes(StandardCharsets.US_ASCII);
        VarInt.write(name.length, out);
        out.writeBytes(name);
        VarInt.write(originalLength, out);
        VarInt.write(anonymousLength, out);
        InverseEdits.write(inverse, out);
        return out.toByteArray();
    }

    /** Reads what {@link #encode} wrote; anything else, an image's half too, is {@code DAMAGED}. */
    public static RecordContent decode(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        if (in.remaining() < 2 || in.get() != VERSION) {
            throw InverseEdits.damaged();
        }
        RecordFormat format = format(in.get());
        Charset charset = charset(InverseEdits.bytes(in, VarInt.read(in)));
        long originalLength = VarInt.read(in);
        long anonymousLength = VarInt.read(in);
        List<Edit> inverse = InverseEdits.read(in);
        boolean allText = inverse.stream()
                .allMatch(edit -> edit.content() == EditContent.TEXT
                        && PlaceCode.type(edit.depth()) != null
                        && edit.offset() + edit.length() <= anonymousLength);
        if (in.hasRemaining() || !allText) {
            throw InverseEdits.damaged();
        }
        return new RecordContent(format, charset, originalLength, anonymousLength, inverse);
    }

    private static int code(RecordFormat format) {
        return switch (format) {
            case HL7_V2 -> 1;
            case CDA -> 2;
            case HL7_V3 -> 3;
            case FHIR_JSON -> 4;
            case FHIR_XML -> 5;
        };
    }

    private static RecordFormat format(int code) {
        for (RecordFormat format : RecordFormat.values()) {
            if (code(format) == code) {
                return format;
            }
        }
        throw InverseEdits.damaged();
    }

    private static Charset charset(byte[] name) {
        try {
            return Charset.forName(new String(name, StandardCharsets.US_ASCII));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw InverseEdits.damaged();
        }
    }
}
