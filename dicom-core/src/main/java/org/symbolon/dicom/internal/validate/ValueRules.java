package org.symbolon.dicom.internal.validate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.CharacterSets;
import org.symbolon.dicom.Vr;

/** What a whole value must look like: its length, its padding, its characters (PS3.5 6.1 and 6.2). */
final class ValueRules {
    private static final int MAX_NAME_CHARACTERS = 64;
    private static final int MAX_NAME_GROUPS = 3;
    private static final int MAX_NAME_COMPONENTS = 5;
    private static final int ESCAPE = 0x1B;

    private ValueRules() {}

    /** The first rule that the value breaks, null if none. */
    static @Nullable String broken(Vr vr, byte[] value, List<String> characterSets) {
        if (value.length == 0) {
            return null;
        }
        if (!vr.isText()) {
            return value.length % vr.valueBytes() == 0
                    ? null
                    : "A value is a whole number of units of its VR (PS3.5 6.2)";
        }
        String padding = brokenPadding(vr, value);
        if (padding != null) {
            return padding;
        }
        boolean extended = vr.usesSpecificCharacterSet() && !characterSets.isEmpty();
        for (byte b : value) {
            if (!extended && (b < 0 || b == ESCAPE)) {
                return "Only the default repertoire without Specific Character Set (PS3.5 6.1.2)";
            }
        }
        String text = CharacterSets.decode(value, vr, characterSets);
        for (String part : vr.isMultiValued() ? text.split("\\\\", -1) : new String[] {text}) {
            String rule = brokenPart(vr, trimmed(vr, part));
            if (rule != null) {
                return rule;
            }
        }
        return null;
    }

    private static @Nullable String brokenPadding(Vr vr, byte[] value) {
        byte last = value[value.length - 1];
        if (last == 0 && vr != Vr.UI) {
            return "Text is padded with a space (PS3.5 6.2)";
        }
        return last == ' ' && vr == Vr.UI ? "A UID is padded with a zero byte (PS3.5 9.1)" : null;
    }

    private static @Nullable String brokenPart(Vr vr, String part) {
        if (vr == Vr.PN) {
            return brokenName(part);
        }
        TextRules rules = TextRules.of(vr);
        return rules == null ? null : rules.broken(part);
    }

    private static @Nullable String brokenName(String name) {
        String[] groups = name.split("=", -1);
        boolean right = groups.length <= MAX_NAME_GROUPS;
        for (String group : groups) {
            right &= group.codePointCount(0, group.length()) <= MAX_NAME_CHARACTERS
                    && group.split("\\^", -1).length <= MAX_NAME_COMPONENTS
                    && group.chars().noneMatch(c -> c < ' ' && c != ESCAPE);
        }
        return right ? null : "PN has at most 3 groups of 64 characters and 5 components (PS3.5 6.2.1)";
    }

    private static String trimmed(Vr vr, String part) {
        int end = part.length();
        while (end > 0 && (part.charAt(end - 1) == ' ' || part.charAt(end - 1) == 0)) {
            end--;
        }
        String text = part.substring(0, end);
        return vr.isMultiValued() && vr != Vr.UI ? text.stripLeading() : text;
    }
}
