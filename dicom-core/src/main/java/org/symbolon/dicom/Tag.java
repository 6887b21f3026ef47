package org.symbolon.dicom;

/**
 * Functions over tags. A tag is an int, group number in the upper half, element number in the lower one; compare tags
 * as unsigned numbers ({@link Integer#compareUnsigned}), since groups above 7FFF are negative ints.
 */
public final class Tag {
    public static final int Item = 0xFFFEE000;
    public static final int ItemDelimitation = 0xFFFEE00D;
    public static final int SequenceDelimitation = 0xFFFEE0DD;

    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private Tag() {}

    public static int of(int group, int element) {
        return group << 16 | (element & 0xFFFF);
    }

    public static int group(int tag) {
        return tag >>> 16;
    }

    public static int element(int tag) {
        return tag & 0xFFFF;
    }

    /** Whether the group number is odd (PS3.5 7.8). */
    public static boolean isPrivate(int tag) {
        return (tag & 0x10000) != 0;
    }

    /** Whether this is an element (gggg,0010-00FF) of an odd group, which reserves a block (PS3.5 7.8.1). */
    public static boolean isPrivateCreator(int tag) {
        int element = element(tag);
        return isPrivate(tag) && element >= 0x0010 && element <= 0x00FF;
    }

    public static boolean isGroupLength(int tag) {
        return element(tag) == 0;
    }

    /** The tag of the private creator whose block a private element belongs to. */
    public static int creatorOf(int privateTag) {
        return (privateTag & 0xFFFF0000) | (privateTag >>> 8 & 0xFF);
    }

    /** {@code (gggg,eeee)} in upper case. */
    public static String format(int tag) {
        char[] text = new char[11];
        text[0] = '(';
        text[5] = ',';
        text[10] = ')';
        for (int i = 0; i < 8; i++) {
            text[i < 4 ? i + 1 : i + 2] = HEX[tag >>> (28 - 4 * i) & 0xF];
        }
        return new String(text);
    }

    /**
     * Reads {@code (gggg,eeee)}, {@code ggggeeee} or a keyword of the standard dictionary.
     *
     * @throws IllegalArgumentException if the text is none of them
     */
    public static int parse(String text) {
        String trimmed = text.strip();
        String digits = trimmed.length() == 11 && trimmed.charAt(0) == '(' && trimmed.charAt(10) == ')'
                ? trimmed.substring(1, 5) + trimmed.substring(6, 10)
                : trimmed;
        boolean hasComma = digits.equals(trimmed) || trimmed.charAt(5) == ',';
        if (hasComma && digits.length() == 8 && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            return Integer.parseUnsignedInt(digits, 16);
        }
        return Dictionary.standard()
                .tag(trimmed)
                .orElseThrow(() -> new IllegalArgumentException("Neither a tag (gggg,eeee) nor a known keyword"));
    }
}
