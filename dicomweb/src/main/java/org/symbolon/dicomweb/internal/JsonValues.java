package org.symbolon.dicomweb.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/** The values of single attributes in JSON (PS3.18 F.2.3 to F.2.7). Text is UTF-8 then, and (0008,0005) says so. */
final class JsonValues {
    private static final String UTF_8 = "ISO_IR 192";
    private static final String[] NAME_GROUPS = {"Alphabetic", "Ideographic", "Phonetic"};
    private static final long MAX_EXACT = 1L << 53;
    private static final int MAX_NUMERAL_CHARACTERS = 64;

    private final JsonGenerator json;

    JsonValues(JsonGenerator json) {
        this.json = json;
    }

    /** Writes {@code Value} or {@code InlineBinary}, or nothing for an empty value; numbers are little endian. */
    void write(int tag, Vr vr, byte[] value, List<String> characterSets) throws IOException {
        if (value.length == 0) {
            return;
        }
        if (tag == Tags.SpecificCharacterSet) {
            json.writeArrayFieldStart("Value");
            json.writeString(UTF_8);
            json.writeEndArray();
        } else if (vr.isText()) {
            text(vr, CharacterSets.decode(value, vr, characterSets));
        } else if (vr == Vr.UN || (vr.hasLongLength() && vr != Vr.SV && vr != Vr.UV)) {
            json.writeFieldName("InlineBinary");
            json.writeBinary(value);
        } else {
            numbers(vr, ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN));
        }
    }

    /** The value with the byte order of its numbers reversed. */
    static byte[] swapped(byte[] value, Vr vr) {
        int unit = vr.unitBytes();
        byte[] result = value.clone();
        for (int start = 0; start + unit <= result.length; start += unit) {
            for (int i = 0; i < unit; i++) {
                result[start + i] = value[start + unit - 1 - i];
            }
        }
        return result;
    }

    private void text(Vr vr, String text) throws IOException {
        String trimmed = trimmed(text);
        if (trimmed.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("Value");
        if (vr.isMultiValued()) {
            for (String part : trimmed.split("\\\\", -1)) {
                textValue(vr, trimmed(part));
            }
        } else {
            json.writeString(trimmed);
        }
        json.writeEndArray();
    }

    private void textValue(Vr vr, String value) throws IOException {
        if (value.isEmpty()) {
            json.writeNull();
            return;
        }
        switch (vr) {
            case PN -> personName(value);
            case DS, IS -> numeral(value.strip());
            default -> json.writeString(value);
        }
    }

    private void personName(String value) throws IOException {
        json.writeStartObject();
        String[] groups = value.split("=", -1);
        for (int i = 0; i < Math.min(groups.length, NAME_GROUPS.length); i++) {
            String group = trimmed(groups[i]);
            if (!group.isEmpty()) {
                json.writeStringField(NAME_GROUPS[i], group);
            }
        }
        json.writeEndObject();
    }

    /** A number if it is one, else the text as it stands, so that no value is lost. */
    private void numeral(String value) throws IOException {
        if (value.length() <= MAX_NUMERAL_CHARACTERS) {
            try {
                json.writeNumber(new BigDecimal(value).toString());
                return;
            } catch (NumberFormatException e) {
                json.writeString(value);
                return;
            }
        }
        json.writeString(value);
    }

    private void numbers(Vr vr, ByteBuffer bytes) throws IOException {
        if (bytes.remaining() < vr.valueBytes()) {
            return;
        }
        json.writeArrayFieldStart("Value");
        while (bytes.remaining() >= vr.valueBytes()) {
            switch (vr) {
                case AT ->
                    json.writeString(String.format("%04X%04X", bytes.getShort() & 0xFFFF, bytes.getShort() & 0xFFFF));
                case FL -> floating(bytes.getFloat());
                case FD -> floating(bytes.getDouble());
                case SL -> json.writeNumber(bytes.getInt());
                case UL -> json.writeNumber(bytes.getInt() & 0xFFFFFFFFL);
                case SS -> json.writeNumber(bytes.getShort());
                case US -> json.writeNumber(bytes.getShort() & 0xFFFF);
                case SV -> longInteger(bytes.getLong());
                case UV -> unsignedLong(bytes.getLong());
                default -> throw new IllegalStateException("Not a VR of numbers");
            }
        }
        json.writeEndArray();
    }

    private void floating(float value) throws IOException {
        if (Float.isFinite(value)) {
            json.writeNumber(value);
        } else {
            notFinite(value);
        }
    }

    private void floating(double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumber(value);
        } else {
            notFinite(value);
        }
    }

    private void notFinite(double value) throws IOException {
        json.writeString(Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf");
    }

    /** Beyond 53 bits a JSON reader would round (PS3.18 table F.2.3-1 allows a string). */
    private void longInteger(long value) throws IOException {
        if (Math.abs(value) <= MAX_EXACT && value != Long.MIN_VALUE) {
            json.writeNumber(value);
        } else {
            json.writeString(Long.toString(value));
        }
    }

    private void unsignedLong(long value) throws IOException {
        if (value >= 0 && value <= MAX_EXACT) {
            json.writeNumber(value);
        } else {
            json.writeString(Long.toUnsignedString(value));
        }
    }

    private static String trimmed(String text) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
            end--;
        }
        return text.substring(0, end);
    }
}
