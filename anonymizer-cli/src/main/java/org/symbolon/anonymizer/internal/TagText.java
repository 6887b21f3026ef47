package org.symbolon.anonymizer.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.Vr;

/** Values as one line of text, where that can be turned back into the same bytes. */
final class TagText {
    private static final int MAX_TEXT_BYTES = 1 << 16;

    private TagText() {}

    /** The value without its padding as text; empty if it is binary, has control characters, or would not come back. */
    static Optional<String> decode(byte[] value, Vr vr, String characterSet) {
        if (!vr.isText() || value.length > MAX_TEXT_BYTES) {
            return Optional.empty();
        }
        String text = CharacterSets.decode(value, vr, names(characterSet));
        boolean printable = text.chars().allMatch(c -> c >= ' ' && c != 0x7F && !Character.isISOControl(c))
                && text.indexOf('\u2028') < 0
                && text.indexOf('\u2029') < 0;
        if (!printable || text.endsWith(" ") || !Arrays.equals(encode(text, vr, characterSet), value)) {
            return Optional.empty();
        }
        return Optional.of(text);
    }

    static byte[] encode(String text, Vr vr, String characterSet) {
        return CharacterSets.encode(text, vr, names(characterSet));
    }

    private static List<String> names(String characterSet) {
        return characterSet.isEmpty() ? List.of() : Arrays.asList(characterSet.split("\\\\", -1));
    }
}
