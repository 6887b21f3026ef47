package org.symbolon.deidentification.internal;

import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.Uid;

/** UIDs for UIDs, one or many; those that the standard registers stay. */
final class UidValues {
    private UidValues() {}

    /** Null if all of them stay. */
    static byte @Nullable [] replaced(Element element, UnaryOperator<String> keyed) {
        StringJoiner replaced = new StringJoiner("\\");
        boolean same = true;
        for (String part : Ascii.text(element.value()).split("\\\\", -1)) {
            String uid = Ascii.trim(part);
            boolean stays = uid.isEmpty() || (Uid.isUid(uid) && Uid.isRegistered(uid));
            replaced.add(stays ? uid : keyed.apply(uid));
            same &= stays;
        }
        return same ? null : element.with(replaced.toString());
    }
}
