package org.symbolon.agent.internal.mllp;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first segment of a message, as far as an acknowledgement needs it. Characters are the bytes of the message, one each, so
 * that what is copied into the answer is what was sent, whatever its character set.
 */
final class MessageHeader {
    /** A longer segment is no header. */
    static final int MAX_BYTES = 8192;

    /** White space, and a byte order mark of UTF-8, before the header. */
    private static final Pattern UNIMPORTANT = Pattern.compile("^[\\s\u00EF\u00BB\u00BF]+");

    /** What must not get into an answer: it could end it early. */
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1F]");

    private static final int SHORTEST = 5;
    private static final int CONTROL_ID = 10;
    /** FHS and BHS name their control ID one field later, as they have no type. */
    private static final int BATCH_CONTROL_ID = 11;

    private static final int MAX_CONTROL_ID = 512;

    private final String segment;
    private final String[] fields;
    private final char separator;

    private MessageHeader(String segment) {
        this.segment = segment;
        this.separator = segment.charAt(3);
        this.fields = segment.split(Pattern.quote(String.valueOf(separator)), -1);
    }

    /** Empty: the bytes do not begin with a header segment. */
    static Optional<MessageHeader> of(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, MAX_BYTES), StandardCharsets.ISO_8859_1);
        head = UNIMPORTANT.matcher(head).replaceFirst("");
        int end = 0;
        while (end < head.length() && head.charAt(end) != '\r' && head.charAt(end) != '\n') {
            end++;
        }
        String segment = head.substring(0, end);
        if (end >= MAX_BYTES || segment.length() < SHORTEST || !segment.matches("(?s)(MSH|FHS|BHS)[^A-Za-z0-9\\s].*")) {
            return Optional.empty();
        }
        return Optional.of(new MessageHeader(segment));
    }

    char separator() {
        return separator;
    }

    /** The first of the encoding characters (MSH-2). */
    char componentSeparator() {
        return field(2).isEmpty() ? '^' : field(2).charAt(0);
    }

    /** As it stands there; empty if it does not. MSH-1 is the separator itself. */
    String field(int number) {
        if (number == 1) {
            return String.valueOf(separator);
        }
        return number - 1 < fields.length ? CONTROL.matcher(fields[number - 1]).replaceAll("") : "";
    }

    boolean isMessage() {
        return segment.startsWith("MSH");
    }

    /** MSH-10, FHS-11 or BHS-11. */
    String controlId() {
        String id = field(isMessage() ? CONTROL_ID : BATCH_CONTROL_ID);
        return id.length() > MAX_CONTROL_ID ? id.substring(0, MAX_CONTROL_ID) : id;
    }

    /** A field that only a message has; empty for a batch. */
    String messageField(int number) {
        return isMessage() ? field(number).strip().toUpperCase(Locale.ROOT) : "";
    }
}
