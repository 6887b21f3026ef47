package org.symbolon.deidentification.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.profile.ObjectFacts;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;

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
                facts.values.put(reader.tag(), reader.value());
            }
        }
        return facts;
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
