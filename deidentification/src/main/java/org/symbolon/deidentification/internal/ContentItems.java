package org.symbolon.deidentification.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.Tags;

/**
 * The content items of a structured report (PS3.3 C.17.3): what each is about stands behind some of what it holds, so it is
 * collected before. Owned by one {@link HeaderFacts}.
 */
final class ContentItems {
    private static final int MAX_CODE_BYTES = 1024;

    /** What a content item is about: the first code of Concept Name Code Sequence, and its Value Type. */
    static final class Concept {
        private String code = "";
        private String scheme = "";
        private String valueType = "";

        /** Code Value, or what stands in its place where it is long or a URN. */
        String code() {
            return code;
        }

        String scheme() {
            return scheme;
        }

        String valueType() {
            return valueType;
        }
    }

    /** A sequence or item that is open; the concept is that of a content item. */
    private record Level(int sequence, @Nullable Concept concept) {}

    private final Map<Long, Concept> byOffset = new HashMap<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private boolean referencesByPosition;

    void see(DataSetReader reader, Token token) throws IOException {
        switch (token) {
            case SEQUENCE_START -> levels.push(new Level(reader.tag(), null));
            case ITEM_START -> item(reader.headerOffset());
            case SEQUENCE_END, ITEM_END -> levels.pop();
            case ELEMENT -> element(reader);
            case FRAGMENTS_START, FRAGMENT, FRAGMENTS_END -> {}
        }
    }

    private void item(long offset) {
        Level sequence = levels.peek();
        Concept concept = null;
        if (sequence != null && sequence.sequence() == Tags.ContentSequence) {
            concept = new Concept();
            byOffset.put(offset, concept);
        }
        levels.push(new Level(sequence == null ? 0 : sequence.sequence(), concept));
    }

    private void element(DataSetReader reader) throws IOException {
        Level item = levels.peek();
        if (item == null || reader.length() > MAX_CODE_BYTES) {
            return;
        }
        int tag = reader.tag();
        if (tag == Tags.ReferencedContentItemIdentifier) {
            referencesByPosition = true;
        }
        if (item.concept() != null && tag == Tags.ValueType) {
            item.concept().valueType = Ascii.trim(Ascii.text(reader.value()));
        }
        if (item.sequence() == Tags.ConceptNameCodeSequence) {
            code(tag, reader);
        }
    }

    private void code(int tag, DataSetReader reader) throws IOException {
        Concept owner = ownerOfConceptName();
        if (owner == null) {
            return;
        }
        switch (tag) {
            case Tags.CodeValue, Tags.LongCodeValue, Tags.URNCodeValue -> {
                if (owner.code.isEmpty()) {
                    owner.code = Ascii.trim(Ascii.text(reader.value()));
                }
            }
            case Tags.CodingSchemeDesignator -> {
                if (owner.scheme.isEmpty()) {
                    owner.scheme = Ascii.trim(Ascii.text(reader.value()));
                }
            }
            default -> {}
        }
    }

    /** The content item around the code item and its sequence. */
    private @Nullable Concept ownerOfConceptName() {
        int outwards = 0;
        for (Level level : levels) {
            if (outwards == 2) {
                return level.concept();
            }
            outwards++;
        }
        return null;
    }

    @Nullable
    Concept concept(long itemOffset) {
        return byOffset.get(itemOffset);
    }

    boolean hasReferencesByPosition() {
        return referencesByPosition;
    }
}
