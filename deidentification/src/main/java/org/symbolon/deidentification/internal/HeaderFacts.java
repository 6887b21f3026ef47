package org.symbolon.deidentification.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.profile.ObjectFacts;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/**
 * What conditions of a profile and pixel rules look at, read before the plan is made. Reading ends behind the last attribute
 * that is needed, so a data set whose elements are out of order may hold more: {@link #misses} tells.
 */
public final class HeaderFacts implements ObjectFacts {
    private static final int MAX_VALUE_BYTES = 64 << 10;

    private final Set<Integer> needed;
    private final String source;
    private final Map<Integer, byte[]> values = new HashMap<>();
    private final @Nullable ContentItems contentItems;

    private HeaderFacts(Set<Integer> needed, String source, @Nullable ContentItems contentItems) {
        this.needed = needed;
        this.source = source;
        this.contentItems = contentItems;
    }

    /** Where a reader may stop that serves {@link #read}. */
    public static ReaderOptions options(Set<Integer> needed) {
        int last = Tags.SOPClassUID;
        for (int tag : needed) {
            last = Integer.compareUnsigned(tag, last) > 0 ? tag : last;
        }
        return ReaderOptions.defaults().withStopBefore(last + 1);
    }

    /**
     * Reads up to where the reader stops.
     *
     * @param withContent whether the items of Content Sequences are noted; the reader goes to the end then
     */
    public static HeaderFacts read(DataSetReader reader, Set<Integer> needed, String source, boolean withContent)
            throws IOException {
        HeaderFacts facts = new HeaderFacts(needed, source, withContent ? new ContentItems() : null);
        for (Token token = reader.next(); token != null; token = reader.next()) {
            if (facts.contentItems != null) {
                facts.contentItems.see(reader, token);
            }
            if (token == Token.ELEMENT && reader.depth() == 0 && facts.wants(reader.tag(), reader.length())) {
                facts.values.put(reader.tag(), textBytes(reader));
            }
        }
        return facts;
    }

    /** The value; whole numbers as conditions know them, in decimal digits. */
    private static byte[] textBytes(DataSetReader reader) throws IOException {
        byte[] value = reader.value();
        Vr vr = reader.vr() == Vr.UN ? Dictionary.standard().vr(reader.tag()) : reader.vr();
        int width = switch (vr) {
            case US, SS -> Short.BYTES;
            case UL, SL -> Integer.BYTES;
            default -> 0;
        };
        if (width == 0) {
            return value;
        }
        ByteBuffer numbers =
                ByteBuffer.wrap(value).order(reader.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        StringJoiner text = new StringJoiner("\\");
        while (numbers.remaining() >= width) {
            long number = width == Short.BYTES ? numbers.getShort() : numbers.getInt();
            boolean unsigned = vr == Vr.US || vr == Vr.UL;
            text.add(Long.toString(unsigned ? number & (width == Short.BYTES ? 0xFFFFL : 0xFFFFFFFFL) : number));
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private boolean wants(int tag, long length) {
        boolean asked = tag == Tags.SOPClassUID || tag == Tags.SpecificCharacterSet || needed.contains(tag);
        return asked && length <= MAX_VALUE_BYTES && !values.containsKey(tag);
    }

    /** Whether an element of the top level would have been a fact, but stands where nobody looked. */
    boolean misses(int tag, long length) {
        return tag != Tags.SpecificCharacterSet && wants(tag, length);
    }

    /** What a content item is about, by the offset of its item; null if it was not seen. */
    ContentItems.@Nullable Concept concept(long itemOffset) {
        return contentItems == null ? null : contentItems.concept(itemOffset);
    }

    /** Whether content items refer to others by their position, so that none may go. */
    boolean hasReferencesByPosition() {
        return contentItems != null && contentItems.hasReferencesByPosition();
    }

    @Override
    public String text(int topLevelTag) {
        byte[] value = values.get(topLevelTag);
        if (value == null) {
            return "";
        }
        byte[] sets = values.get(Tags.SpecificCharacterSet);
        List<String> terms = sets == null ? List.of() : CharacterSets.terms(sets);
        return Ascii.trim(CharacterSets.decode(value, Dictionary.standard().vr(topLevelTag), terms));
    }

    @Override
    public String sopClassUid() {
        return text(Tags.SOPClassUID);
    }

    @Override
    public String source() {
        return source;
    }
}
