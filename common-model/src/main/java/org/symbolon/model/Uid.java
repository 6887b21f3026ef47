package org.symbolon.model;

/** Checks on DICOM unique identifiers (PS3.5 section 9.1), without the identifier in any message. */
public final class Uid {
    /** PS3.5 9.1: at most 64 characters. */
    public static final int MAX_LENGTH = 64;

    private Uid() {}

    /** Whether the text is 1 to 64 characters of digits and single inner dots. Leading zeroes of a component, which the standard forbids but real archives hold, pass. */
    public static boolean isUid(String text) {
        int length = text.length();
        if (length == 0 || length > MAX_LENGTH || text.charAt(0) == '.' || text.charAt(length - 1) == '.') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            boolean innerDot = c == '.' && text.charAt(i - 1) != '.';
            if (!digit && !innerDot) {
                return false;
            }
        }
        return true;
    }

    /** Whether the UID is registered by the standard itself, under 1.2.840.10008 (PS3.5 annex A); such UIDs are never replaced. */
    public static boolean isRegistered(String uid) {
        return uid.startsWith("1.2.840.10008.");
    }
}
