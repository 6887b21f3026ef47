package org.symbolon.record.internal.v2;

/** What the values of a kind look like; one that does not look so is not taken for one. */
final class Shapes {
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_TIME = 24;
    private static final int LONGEST_NUMBER_PART = 16;
    private static final int LONGEST_SIGN = 2;
    private static final int SHORT_WORD = 3;

    private Shapes() {}

    /** One to 64 characters without a blank. */
    static boolean isCode(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_CODE && !hasBlank(text);
    }

    /** Three characters at most, or a code with a digit. */
    static boolean isWord(String text) {
        return text.length() <= SHORT_WORD ? !hasBlank(text) : isCode(text) && hasDigit(text);
    }

    /** A decimal number with a sign of comparison before it and a percent sign behind it. */
    static boolean isNumber(String text) {
        int at = skipBlanks(text, 0);
        int sign = at;
        while (at < text.length() && at - sign < LONGEST_SIGN && "<>=~+-".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        at = skipBlanks(text, at);
        int whole = at;
        at = skipDigits(text, at);
        if (at - whole > LONGEST_NUMBER_PART) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) == '.' || text.charAt(at) == ',')) {
            int fraction = at + 1;
            at = skipDigits(text, fraction);
            if (at - fraction > LONGEST_NUMBER_PART) {
                return false;
            }
        }
        if (at < text.length() && text.charAt(at) == '%') {
            at++;
        }
        return skipBlanks(text, at) == text.length();
    }

    static boolean isTime(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isDigit(c) && ":.+Zz-".indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= LONGEST_TIME;
    }

    static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isBlank(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int skipDigits(String text, int from) {
        int at = from;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
