package org.symbolon.dicomweb.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.dicomweb.DicomWebOptions;

/**
 * Writes a data set in the DICOM JSON model (PS3.18 annex F) while it is read; nothing but the current value is in memory.
 * Encapsulated pixel data ends it: what little may stand behind is not worth walking through all fragments. Of an element that comes twice the first counts, since a JSON object has a name once.
 */
final class DicomJsonStream {
    /** The data set itself or an item: its character sets, the tags written, and what path leads to it. */
    private static final class Level {
        final String path;
        List<String> characterSets;
        final Set<Integer> written = new HashSet<>();
        int items;
        boolean signedPixels;

        Level(String path, List<String> characterSets, boolean signedPixels) {
            this.path = path;
            this.characterSets = characterSets;
            this.signedPixels = signedPixels;
        }
    }

    private final JsonGenerator json;
    private final DicomWebOptions options;
    private final String bulkDataUrl;
    private final JsonValues values;
    private final Deque<Level> levels = new ArrayDeque<>();
    /** How many sequences or fragment lists are open that are not written. */
    private int hidden;

    DicomJsonStream(JsonGenerator json, DicomWebOptions options, String bulkDataUrl) {
        this.json = json;
        this.options = options;
        this.bulkDataUrl = bulkDataUrl;
        this.values = new JsonValues(json);
    }

    /**
     * Writes one object. Does not close the reader.
     *
     * @param dataSetBytes where the data set ends, so that native pixel data at its end need not be passed over
     */
    void write(DataSetReader reader, long dataSetBytes) throws IOException {
        levels.clear();
        levels.push(new Level("", List.of(), false));
        json.writeStartObject();
        for (Token token = reader.next(); token != null; token = reader.next()) {
            if (reader.tag() == Tags.PixelData && reader.depth() == 0 && hidden == 0) {
                reference(reader);
                if (token == Token.FRAGMENTS_START || reader.endOffset() >= dataSetBytes) {
                    break;
                }
                continue;
            }
            if (hidden > 0) {
                pass(token);
            } else {
                token(reader, token);
            }
        }
        json.writeEndObject();
    }

    private void pass(Token token) {
        if (token == Token.SEQUENCE_START || token == Token.FRAGMENTS_START) {
            hidden++;
        } else if (token == Token.SEQUENCE_END || token == Token.FRAGMENTS_END) {
            hidden--;
        }
    }

    private void token(DataSetReader reader, Token token) throws IOException {
        switch (token) {
            case ELEMENT -> element(reader);
            case SEQUENCE_START -> beginSequence(reader);
            case FRAGMENTS_START -> {
                reference(reader);
                hidden = 1;
            }
            case ITEM_START -> beginItem();
            case ITEM_END -> {
                levels.pop();
                json.writeEndObject();
            }
            case SEQUENCE_END -> endSequence();
            case FRAGMENT, FRAGMENTS_END -> throw new IllegalStateException("A fragment outside of pixel data");
        }
    }

    private void element(DataSetReader reader) throws IOException {
        Level level = level();
        int tag = reader.tag();
        if (Tag.isGroupLength(tag) || !level.written.add(tag)) {
            return;
        }
        Vr vr = vr(reader, level);
        if (isBulk(vr, reader.length())) {
            writeReference(tag, vr, level);
            return;
        }
        byte[] value = reader.value();
        if (tag == Tags.SpecificCharacterSet) {
            level.characterSets = CharacterSets.terms(value);
        }
        if (tag == Tags.PixelRepresentation && value.length >= 2) {
            level.signedPixels = (value[0] | value[1]) != 0;
        }
        json.writeObjectFieldStart(name(tag));
        json.writeStringField("vr", vr.name());
        boolean bigEndian = reader.bigEndian();
        values.write(tag, vr, bigEndian ? JsonValues.swapped(value, vr) : value, level.characterSets);
        json.writeEndObject();
    }

    /** The dictionary says US where the standard says "US or SS": then Pixel Representation decides (PS3.5 A.1). */
    private static Vr vr(DataSetReader reader, Level level) {
        int tag = reader.tag();
        boolean pixelValue = (tag >= Tags.SmallestImagePixelValue && tag <= Tags.LargestImagePixelValueInPlane)
                || tag == Tags.PixelPaddingValue
                || tag == Tags.PixelPaddingRangeLimit;
        boolean unsaid = !reader.explicitVr() && reader.vr() == Vr.US;
        return unsaid && pixelValue && level.signedPixels ? Vr.SS : reader.vr();
    }

    private boolean isBulk(Vr vr, long length) {
        boolean binary = vr == Vr.UN || (vr.hasLongLength() && !vr.isText());
        return length > (binary ? options.inlineBinaryBytes() : options.maxMetadataValueBytes());
    }

    private void reference(DataSetReader reader) throws IOException {
        Level level = level();
        if (level.written.add(reader.tag())) {
            writeReference(reader.tag(), reader.vr(), level);
        }
    }

    private void writeReference(int tag, Vr vr, Level level) throws IOException {
        json.writeObjectFieldStart(name(tag));
        json.writeStringField("vr", vr.name());
        json.writeStringField("BulkDataURI", bulkDataUrl + level.path + name(tag));
        json.writeEndObject();
    }

    private void beginSequence(DataSetReader reader) throws IOException {
        Level level = level();
        int tag = reader.tag();
        if (!level.written.add(tag)) {
            hidden = 1;
            return;
        }
        json.writeObjectFieldStart(name(tag));
        json.writeStringField("vr", Vr.SQ.name());
        Level sequence = new Level(level.path + name(tag) + "/", level.characterSets, level.signedPixels);
        levels.push(sequence);
    }

    private void beginItem() throws IOException {
        Level sequence = level();
        if (sequence.items++ == 0) {
            json.writeArrayFieldStart("Value");
        }
        levels.push(new Level(sequence.path + sequence.items + "/", sequence.characterSets, sequence.signedPixels));
        json.writeStartObject();
    }

    private void endSequence() throws IOException {
        Level sequence = levels.pop();
        if (sequence.items > 0) {
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private Level level() {
        return levels.element();
    }

    /** Eight hexadecimal digits (PS3.18 F.2.2). */
    static String name(int tag) {
        return String.format("%08X", tag);
    }
}
