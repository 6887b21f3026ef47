package org.symbolon.deidentification.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.cleaning.CleaningOptions;
import org.symbolon.deidentification.internal.RemovedValues.Value;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/**
 * The {@link ObjectTexts} of the objects of a run that came by lately, for those that say the same of people. Thread-safe without
 * locks: what is lost is only made again.
 */
public final class RecentTexts {
    private static final int ENTRIES = 64;
    private static final int DATE_CHARACTERS = 8;

    private final CleaningOptions options;
    private final AtomicReferenceArray<@Nullable ObjectTexts> entries = new AtomicReferenceArray<>(ENTRIES);

    public RecentTexts(CleaningOptions options) {
        this.options = options;
    }

    /** Those under all terms of an object but its own SOP Instance UID, which no other object has. */
    ObjectTexts without(RemovedValues removed, int days) {
        List<Value> shared = new ArrayList<>(removed.values().size());
        int hash = days;
        for (Value value : removed.values()) {
            boolean own = value.tag() == Tags.SOPInstanceUID && isDigitsAndDots(value.bytes());
            if (!own && ObjectTerms.isTerm(value)) {
                Value day = value.vr() == Vr.DT ? day(value) : value;
                shared.add(day);
                hash = hash * 31 + day.contentHash();
            }
        }
        int slot = (hash ^ (hash >>> 16)) & (ENTRIES - 1);
        ObjectTexts known = entries.get(slot);
        if (known != null && known.serves(shared, days)) {
            return known;
        }
        ObjectTexts made = new ObjectTexts(shared, days, options, null);
        entries.set(slot, made);
        return made;
    }

    private static boolean isDigitsAndDots(byte[] bytes) {
        for (byte each : bytes) {
            if ((each < '0' || each > '9') && each != '.' && each != 0 && each != ' ') {
                return false;
            }
        }
        return true;
    }

    /** Of a day and a time, only the day is a term, and the time is another in each object. */
    private static Value day(Value value) {
        byte[] bytes = value.bytes();
        for (int i = 0; i < bytes.length; i++) {
            if (i < DATE_CHARACTERS ? bytes[i] < '0' || bytes[i] > '9' : bytes[i] == '\\') {
                return value;
            }
        }
        return bytes.length <= DATE_CHARACTERS
                ? value
                : new Value(value.tag(), value.vr(), Arrays.copyOf(bytes, DATE_CHARACTERS), value.characterSets());
    }

    /**
     * Under all terms of an object.
     *
     * @param uids gives the UID that stands for another
     */
    ObjectTexts with(RemovedValues removed, int days, UnaryOperator<String> uids) {
        return new ObjectTexts(List.copyOf(removed.values()), days, options, uids);
    }
}
