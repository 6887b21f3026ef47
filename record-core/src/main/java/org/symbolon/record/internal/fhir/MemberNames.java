package org.symbolon.record.internal.fhir;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Names of members of JSON objects, each of them one string however often it is read: the names of the standard are few. A fixed
 * number is remembered, each in the one slot that its bytes say; the last one stays. Thread-safe.
 */
final class MemberNames {
    private static final int SLOTS = 1 << 12;
    private static final int LONGEST = 40;
    private static final AtomicReferenceArray<@Nullable String> KNOWN = new AtomicReferenceArray<>(SLOTS);

    private MemberNames() {}

    /** The name that stands there, its escapes undone. */
    static String of(byte[] bytes, int from, int to) {
        int length = to - from;
        if (length > LONGEST) {
            return JsonText.decode(bytes, from, to);
        }
        int hash = length;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + bytes[i];
        }
        int slot = (hash ^ hash >>> 12) & (SLOTS - 1);
        String known = KNOWN.getPlain(slot);
        if (known != null && isWritten(known, bytes, from, length)) {
            return known;
        }
        String name = JsonText.decode(bytes, from, to);
        KNOWN.set(slot, name);
        return name;
    }

    private static boolean isWritten(String name, byte[] bytes, int from, int length) {
        if (name.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            byte b = bytes[from + i];
            if (b <= 0 || b == '\\' || name.charAt(i) != b) {
                return false;
            }
        }
        return true;
    }
}
