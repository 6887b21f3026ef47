package org.symbolon.dicomtools.file.dump;

/** Text that does nothing to a terminal: control and format characters, line ends included, as {@code \}{@code u001B}. */
final class Escaped {
    private Escaped() {}

    static String of(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            if (escaped == null && !isHarmless(point)) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (escaped != null) {
                append(escaped, point);
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    private static void append(StringBuilder escaped, int point) {
        if (isHarmless(point)) {
            escaped.appendCodePoint(point);
        } else {
            switch (point) {
                case '\r' -> escaped.append("\\r");
                case '\n' -> escaped.append("\\n");
                case '\t' -> escaped.append("\\t");
                default -> escaped.append(String.format("\\u%04X", point));
            }
        }
    }

    private static boolean isHarmless(int point) {
        if (point >= ' ' && point < 0x7F) {
            return true;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
