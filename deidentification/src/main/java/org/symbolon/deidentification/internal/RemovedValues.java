package org.symbolon.deidentification.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * The texts of an object that do not stay where they are, from every depth: what the cleaner of other texts must know, and what
 * kept private data is searched for. Owned by one plan.
 */
public final class RemovedValues {
    private static final int MAX_VALUE_BYTES = 4096;
    private static final int MAX_VALUES = 50_000;
    private static final int FEW_VALUES = 512;

    /**
     * A value that goes or changes.
     *
     * @param vr what it means, whatever the data set calls it
     * @param bytes as they stand
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
    public record Value(int tag, Vr vr, byte[] bytes, List<String> characterSets) {
        /** Whether the other says the same in the same words, wherever it stands. */
        boolean isSameAs(Value other) {
            return tag == other.tag
                    && vr == other.vr
                    && Arrays.equals(bytes, other.bytes)
                    && characterSets.equals(other.characterSets);
        }

        int contentHash() {
            return tag * 31 + Arrays.hashCode(bytes);
        }

        public String text() {
            return Ascii.trim(CharacterSets.decode(bytes, vr, characterSets));
        }
    }

    private record Key(int tag, String bytes) {}

    private final List<Value> values = new ArrayList<>();
    /** Made when there are many, which are then mostly the same again and again. */
    private @Nullable Set<Key> known;

    private boolean overflown;

    /** Whether the value of an element may say who it is. */
    boolean wants(Vr vr, long length) {
        return length > 0 && length <= MAX_VALUE_BYTES && (vr.isText() || vr == Vr.UN);
    }

    void add(int tag, Vr vr, byte[] bytes, List<String> characterSets) {
        if (values.size() >= MAX_VALUES) {
            overflown = true;
            return;
        }
        Vr standard =
                vr != Vr.UN || Tag.isPrivate(tag) ? vr : Dictionary.standard().vr(tag);
        Vr meaning = standard.isText() ? standard : Vr.LO;
        if (isNew(tag, bytes)) {
            values.add(new Value(tag, meaning, bytes, WrittenIn.of(bytes, characterSets)));
        }
    }

    private boolean isNew(int tag, byte[] bytes) {
        if (values.size() < FEW_VALUES) {
            return true;
        }
        Set<Key> keys = known;
        if (keys == null) {
            keys = new HashSet<>();
            for (Value value : values) {
                keys.add(new Key(value.tag(), Ascii.text(value.bytes())));
            }
            known = keys;
        }
        return keys.add(new Key(tag, Ascii.text(bytes)));
    }

    /** All of them, some more than once; LIMIT_EXCEEDED if there were too many to know them all. */
    public List<Value> values() {
        if (overflown) {
            throw new SymbolonException(
                    ErrorCode.LIMIT_EXCEEDED,
                    "More than " + MAX_VALUES + " different values would be removed: texts cannot be cleaned of them");
        }
        return values;
    }
}
