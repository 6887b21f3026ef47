package org.symbolon.dicom.internal.validate;

import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;

/** What the dictionary and PS3.5 7 say of an element, whatever its value. */
final class ElementRules {
    private static final int CURVES = 0x5000;
    private static final int META_GROUP = 0x0002;
    private static final int DIRECTORY_GROUP = 0x0004;

    private ElementRules() {}

    /** The rule that the tag breaks, null if none. */
    static @Nullable String brokenByTag(int tag, @Nullable String privateCreator) {
        int group = Tag.group(tag);
        if (group == 0 || group == META_GROUP || group == 6) {
            return "Groups 0000, 0002 and 0006 are not part of a data set (PS3.5 7.1)";
        }
        if (Tag.isPrivate(tag)) {
            if (group <= 7 || group == 0xFFFF) {
                return "Groups 0001, 0003, 0005, 0007 and FFFF are not used (PS3.5 7.8)";
            }
            if (Tag.isPrivateCreator(tag) || Tag.isGroupLength(tag)) {
                return null;
            }
            if (Tag.element(tag) < 0x1000) {
                return "A private element lies in a block (PS3.5 7.8.1)";
            }
            return privateCreator == null ? "A private block has a creator (PS3.5 7.8.1)" : null;
        }
        boolean known = Dictionary.standard().contains(tag) || Tag.isGroupLength(tag);
        return known ? null : "An even group that PS3.6 has no such element of";
    }

    /** The rule that the VR breaks, null if none. */
    static @Nullable String brokenByVr(int tag, Vr vr, @Nullable String privateCreator) {
        Vr expected = Dictionary.standard().vr(tag, privateCreator);
        if (expected == Vr.UN || expected == vr || Tag.group(tag) >>> 8 == CURVES >>> 8) {
            return null;
        }
        if (vr == Vr.UN) {
            return Tag.isPrivate(tag) ? null : "UN for an element that PS3.6 knows (PS3.5 6.2.2)";
        }
        return isChoice(expected, vr) ? null : "Another VR than that of PS3.6";
    }

    /** Whether the standard has retired the element; group lengths are, but for those of command and meta group. */
    static boolean isRetired(int tag) {
        int group = Tag.group(tag);
        return Tag.isGroupLength(tag)
                ? group != 0 && group != META_GROUP && group != DIRECTORY_GROUP
                : Dictionary.standard().isRetired(tag);
    }

    /** US or SS, OB or OW, US or OW: the standard leaves the choice for some elements, the dictionary names one. */
    private static boolean isChoice(Vr expected, Vr vr) {
        return switch (expected) {
            case OW -> vr == Vr.OB || vr == Vr.US;
            case US -> vr == Vr.SS || vr == Vr.OW;
            case OB -> vr == Vr.OW;
            default -> false;
        };
    }
}
