package org.symbolon.testkit.internal.records;

/** Puts an HL7 v2 message together, segment by segment (HL7 v2.5.1 chapter 2). Not thread-safe. */
final class V2Message {
    private final StringBuilder text = new StringBuilder();

    /** The fields from the first on; components are joined by the caller, their values escaped with {@link #escape}. */
    V2Message segment(String name, String... fields) {
        text.append(name);
        for (String field : fields) {
            text.append('|').append(field);
        }
        text.append('\r');
        return this;
    }

    static String escape(String value) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '|' -> escaped.append("\\F\\");
                case '^' -> escaped.append("\\S\\");
                case '~' -> escaped.append("\\R\\");
                case '\\' -> escaped.append("\\E\\");
                case '&' -> escaped.append("\\T\\");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    String text() {
        return text.toString();
    }
}
