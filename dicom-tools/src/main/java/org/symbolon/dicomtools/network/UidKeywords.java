package org.symbolon.dicomtools.network;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.symbolon.dicom.Uids;

/** UIDs by the keywords of PS3.6 annex A, which are the names of the constants in {@link Uids}. */
final class UidKeywords {
    private static final Map<String, String> UIDS = Arrays.stream(Uids.class.getFields())
            .collect(Collectors.toUnmodifiableMap(Field::getName, UidKeywords::value));

    private UidKeywords() {}

    private static String value(Field field) {
        try {
            return String.valueOf(field.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Uids has public constants only", e);
        }
    }

    /** A UID as it is, or the UID of a keyword; empty: unknown. */
    static String find(String uidOrKeyword) {
        boolean isUid = !uidOrKeyword.isEmpty() && Character.isDigit(uidOrKeyword.charAt(0));
        return isUid ? uidOrKeyword : UIDS.getOrDefault(uidOrKeyword, "");
    }
}
