package org.symbolon.dicom.internal.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.JsonOptions;
import org.symbolon.dicom.NumberStrings;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.internal.model.AttributeSink;
import org.symbolon.dicom.internal.model.AttributeText;
import org.symbolon.dicom.internal.model.Base64Text;

/** Attributes as members of JSON objects (PS3.18 F.2.2 to F.2.7). */
public final class JsonAttributes implements AttributeSink {
    static final String[] NAME_GROUPS = {"Alphabetic", "Ideographic", "Phonetic"};

    /** The largest number that every reader of JSON takes exactly (RFC 8259 section 6). */
    private static final long MAX_EXACT = (1L << 53) - 1;

    private static final int MAX_NUMERAL_CHARACTERS = 64;

    private final JsonOut json;
    private final JsonOptions options;
    private @Nullable Base64Text binary;
    private boolean itemsOpen;

    public JsonAttributes(JsonOut json, JsonOptions options) {
        this.json = json;
        this.options = options;
    }

    @Override
    public void beginAttribute(int tag, Vr vr, @Nullable String privateCreator) throws IOException {
        json.name(AttributeText.tag(tag));
        json.beginObject();
        json.name("vr");
        json.string(vr.name());
        itemsOpen = false;
    }

    @Override
    public void endAttribute() throws IOException {
        if (itemsOpen) {
            json.endArray();
            itemsOpen = false;
        }
        json.endObject();
    }

    @Override
    public void beginItem(int number) throws IOException {
        if (number == 1) {
            beginValue();
        }
        json.beginObject();
        itemsOpen = false;
    }

    /** The attribute that ends next, if it is one of this item's siblings' sequence, has its array still open. */
    @Override
    public void endItem() throws IOException {
        json.endObject();
        itemsOpen = true;
    }

    @Override
    public void texts(Vr vr, List<String> values) throws IOException {
        beginValue();
        for (String value : values) {
            if (value.isEmpty()) {
                json.literal("null");
            } else if (vr == Vr.PN) {
                personName(value);
            } else if (vr == Vr.DS || vr == Vr.IS) {
                numberString(value);
            } else {
                json.string(value);
            }
        }
        json.endArray();
    }

    @Override
    public void numbers(Vr vr, byte[] littleEndian) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(littleEndian).order(ByteOrder.LITTLE_ENDIAN);
        beginValue();
        while (bytes.hasRemaining()) {
            number(vr, bytes);
        }
        json.endArray();
    }

    @Override
    public void binary(byte[] bytes, int offset, int length) throws IOException {
        Base64Text text = binary;
        if (text == null) {
            json.name("InlineBinary");
            json.beginString();
            text = new Base64Text(json.content());
            binary = text;
        }
        text.write(bytes, offset, length);
    }

    @Override
    public void endBinary() throws IOException {
        if (binary != null) {
            binary.end();
            binary = null;
            json.endString();
        }
    }

    @Override
    public void reference(String uri) throws IOException {
        json.name("BulkDataURI");
        json.string(uri);
    }

    private void beginValue() throws IOException {
        json.name("Value");
        json.beginArray();
    }

    /** Only the component groups that are not empty (PS3.18 F.2.2). */
    private void personName(String value) throws IOException {
        json.beginObject();
        String[] groups = value.split("=", -1);
        for (int i = 0; i < Math.min(groups.length, NAME_GROUPS.length); i++) {
            String group = AttributeText.trimmed(groups[i]);
            if (!group.isEmpty()) {
                json.name(NAME_GROUPS[i]);
                json.string(group);
            }
        }
        json.endObject();
    }

    /** A number if it is one that a reader can hold, else the text as it stands, so that no value is lost. */
    private void numberString(String value) throws IOException {
        if (options.numberStrings() == NumberStrings.AS_NUMBERS && value.length() <= MAX_NUMERAL_CHARACTERS) {
            try {
                BigDecimal number = new BigDecimal(value);
                if (Double.isFinite(number.doubleValue())) {
                    json.literal(number.toString());
                    return;
                }
            } catch (NumberFormatException e) {
                json.string(value);
                return;
            }
        }
        json.string(value);
    }

    private void number(Vr vr, ByteBuffer bytes) throws IOException {
        switch (vr) {
            case AT -> json.string(AttributeText.tag(Tag.of(bytes.getShort() & 0xFFFF, bytes.getShort())));
            case FL -> floating(bytes.getFloat());
            case FD -> floating(bytes.getDouble());
            case SL -> json.literal(Integer.toString(bytes.getInt()));
            case UL -> json.literal(Integer.toUnsignedString(bytes.getInt()));
            case SS -> json.literal(Short.toString(bytes.getShort()));
            case US -> json.literal(Integer.toString(bytes.getShort() & 0xFFFF));
            case SV -> {
                long number = bytes.getLong();
                longInteger(number >= -MAX_EXACT && number <= MAX_EXACT, Long.toString(number));
            }
            case UV -> {
                long number = bytes.getLong();
                longInteger(number >= 0 && number <= MAX_EXACT, Long.toUnsignedString(number));
            }
            default -> throw new IllegalStateException("Not a VR of numbers");
        }
    }

    /** JSON has no number for what is not finite: the names that DCMTK and Python use stand as strings. */
    private void floating(double value) throws IOException {
        if (Double.isFinite(value)) {
            json.literal(Double.toString(value));
        } else {
            json.string(Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf");
        }
    }

    /** A string where a reader of JSON could round (PS3.18 table F.2.3-1, note). */
    private void longInteger(boolean exact, String digits) throws IOException {
        if (exact) {
            json.literal(digits);
        } else {
            json.string(digits);
        }
    }
}
