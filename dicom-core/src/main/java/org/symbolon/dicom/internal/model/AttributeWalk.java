package org.symbolon.dicom.internal.model;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.symbolon.dicom.BulkDataPolicy;
import org.symbolon.dicom.BulkDataPolicy.Choice;
import org.symbolon.dicom.BulkDataReference;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.ModelEnd;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/**
 * Walks through a data set and tells its attributes. Group lengths are left out (PS3.18 F.2.2, PS3.19 A.1.1), and of an
 * attribute that comes twice the first counts, since a name stands once in a JSON object.
 */
public final class AttributeWalk {
    private final AttributeSink sink;
    private final BulkDataPolicy bulkData;
    private final ModelEnd end;
    private final long dataSetBytes;
    private final AttributeValues values;
    private final Deque<Level> levels = new ArrayDeque<>();
    /** How many sequences or fragment lists are open that are not told. */
    private int hidden;

    /** The data set ends after so many bytes, {@link Long#MAX_VALUE} if that is not known. */
    public AttributeWalk(AttributeSink sink, BulkDataPolicy bulkData, ModelEnd end, long dataSetBytes) {
        this.sink = sink;
        this.bulkData = bulkData;
        this.end = end;
        this.dataSetBytes = dataSetBytes;
        this.values = new AttributeValues(sink);
    }

    /** To the end of the data set or where the reader stops; does not close it. */
    public void walk(DataSetReader reader) throws IOException {
        levels.clear();
        hidden = 0;
        levels.push(new Level("", List.of(), false));
        for (Token token = reader.next(); token != null; token = reader.next()) {
            if (hidden > 0) {
                pass(token);
            } else {
                token(reader, token);
                if (endsWith(reader, token)) {
                    return;
                }
            }
        }
    }

    private boolean endsWith(DataSetReader reader, Token token) {
        if (reader.depth() > 0) {
            return false;
        }
        boolean fragments = token == Token.FRAGMENTS_START && hidden > 0 && reader.tag() == Tags.PixelData;
        return (fragments && end == ModelEnd.AT_ENCAPSULATED_PIXEL_DATA)
                || (token == Token.ELEMENT && reader.endOffset() >= dataSetBytes);
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
            case FRAGMENTS_START -> fragments(reader);
            case ITEM_START -> {
                Level sequence = levels.element();
                levels.push(sequence.inner(Integer.toString(++sequence.items)));
                sink.beginItem(sequence.items);
            }
            case ITEM_END -> {
                levels.pop();
                sink.endItem();
            }
            case SEQUENCE_END -> {
                levels.pop();
                sink.endAttribute();
            }
            case FRAGMENT, FRAGMENTS_END -> throw new IllegalStateException("A fragment outside of pixel data");
        }
    }

    private void element(DataSetReader reader) throws IOException {
        Level level = levels.element();
        int tag = reader.tag();
        boolean delimiter = Tag.group(tag) == Tag.group(Tag.Item);
        if (Tag.isGroupLength(tag) || delimiter || !level.written.add(tag)) {
            return;
        }
        Vr vr = vr(reader, level);
        if (reader.length() == 0) {
            sink.beginAttribute(tag, vr, reader.privateCreator());
            sink.endAttribute();
        } else if (standsInline(reader, level, vr, reader.length())) {
            sink.beginAttribute(tag, vr, reader.privateCreator());
            values.write(reader, vr, level);
            sink.endAttribute();
        }
    }

    private void fragments(DataSetReader reader) throws IOException {
        Level level = levels.element();
        Vr vr = reader.vr();
        boolean first = level.written.add(reader.tag());
        if (first && standsInline(reader, level, vr, BulkDataReference.FRAGMENTS)) {
            sink.beginAttribute(reader.tag(), vr, reader.privateCreator());
            values.writeFragments(reader);
            sink.endAttribute();
        } else {
            hidden = 1;
        }
    }

    /** Whether the value is wanted where it stands; else what was chosen instead is done. */
    private boolean standsInline(DataSetReader reader, Level level, Vr vr, long bytes) throws IOException {
        int tag = reader.tag();
        Choice choice = bulkData.choose(
                new BulkDataReference(level.path + AttributeText.tag(tag), tag, vr, bytes, reader.valueOffset()));
        if (choice instanceof Choice.Reference reference) {
            sink.beginAttribute(tag, vr, reader.privateCreator());
            sink.reference(reference.uri());
            sink.endAttribute();
        }
        return choice instanceof Choice.Inline;
    }

    private void beginSequence(DataSetReader reader) throws IOException {
        Level level = levels.element();
        int tag = reader.tag();
        if (!level.written.add(tag)) {
            hidden = 1;
            return;
        }
        levels.push(level.inner(AttributeText.tag(tag)));
        sink.beginAttribute(tag, Vr.SQ, reader.privateCreator());
    }

    /** Where the standard says "US or SS" and the encoding nothing, Pixel Representation decides (PS3.5 A.1). */
    private static Vr vr(DataSetReader reader, Level level) {
        Vr vr = reader.vr();
        boolean open = vr == Vr.US && level.signedPixels && !reader.explicitVr();
        return open && Dictionary.standard().mayBe(reader.tag(), Vr.SS) ? Vr.SS : vr;
    }

    /** Takes note of what the values that follow depend on. */
    static void note(int tag, byte[] value, Level level) {
        if (tag == Tags.SpecificCharacterSet) {
            level.characterSets = CharacterSets.terms(value);
        } else if (tag == Tags.PixelRepresentation && value.length >= 2) {
            level.signedPixels = (value[0] | value[1]) != 0;
        }
    }
}
