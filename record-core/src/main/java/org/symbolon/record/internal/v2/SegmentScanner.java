package org.symbolon.record.internal.v2;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.RecordOptions;

/**
 * Finds the segments of a file: one message, several, or a batch. A line break ends a segment only where another segment or the
 * end of the file follows; elsewhere it is part of the text, as senders write it who do not escape it.
 */
final class SegmentScanner {
    private static final int CHARACTER_SET_FIELD = 18;

    private final byte[] bytes;
    private final RecordOptions options;
    private final CharacterSets characterSets;
    private final List<Segment> segments = new ArrayList<>();

    SegmentScanner(byte[] bytes, RecordOptions options) {
        this.bytes = bytes;
        this.options = options;
        this.characterSets = new CharacterSets(bytes);
    }

    List<Segment> scan() {
        int at = start();
        Source source = new Source(bytes, CharacterSets.masked(bytes, charset(firstMessage(at))));
        MessageSyntax syntax = null;
        int messages = 0;
        while (at < bytes.length) {
            if (isHeader(at)) {
                syntax = new MessageSyntax(Delimiters.read(bytes, at), charset(at));
                if (bytes[at] == 'M' && ++messages > options.maxEntries()) {
                    throw new SymbolonException(
                            ErrorCode.LIMIT_EXCEEDED, "A file has at most " + options.maxEntries() + " messages");
                }
            }
            if (syntax == null) {
                throw new SymbolonException(ErrorCode.CORRUPT, "The file does not begin with a header segment");
            }
            int end = end(at, syntax.delimiters().field());
            int next = skipLineBreaks(end);
            segments.add(new Segment(source, syntax, new Slice(at, end), next));
            at = next;
        }
        if (messages == 0) {
            throw new SymbolonException(ErrorCode.TRUNCATED, "The file has no message header");
        }
        return segments;
    }

    /** Behind a byte order mark, framing and white space. */
    private int start() {
        if (bytes.length > 1 && (bytes[0] & 0xFE) == 0xFE && (bytes[1] & 0xFE) == 0xFE) {
            throw new SymbolonException(ErrorCode.CORRUPT, "HL7 v2 in UTF-16 is not read");
        }
        int at = bytes.length > 2 && bytes[0] == (byte) 0xEF ? 3 : 0;
        while (at < bytes.length && (bytes[at] <= ' ' && bytes[at] >= 0)) {
            at++;
        }
        return at;
    }

    private int firstMessage(int from) {
        for (int at = from; at < bytes.length; at++) {
            if ((at == from || Delimiters.isLineBreak(bytes[at - 1])) && bytes[at] == 'M' && isHeader(at)) {
                return at;
            }
        }
        return from;
    }

    private boolean isHeader(int at) {
        return at + 3 < bytes.length
                && Segment.isHeader(new String(bytes, at, 3, StandardCharsets.US_ASCII))
                && bytes[at + 3] > ' '
                && !Character.isLetterOrDigit(bytes[at + 3]);
    }

    /** Of the message whose header begins there; its first repetition is the set that counts. */
    private Charset charset(int header) {
        if (header >= bytes.length || bytes[header] != 'M') {
            return characterSets.of("");
        }
        Delimiters delimiters = Delimiters.read(bytes, header);
        int field = 1;
        int from = header;
        for (int at = header; at <= bytes.length; at++) {
            boolean ends = at == bytes.length || Delimiters.isLineBreak(bytes[at]);
            if (ends || bytes[at] == delimiters.field()) {
                if (field == CHARACTER_SET_FIELD) {
                    Slice first = new Slice(from, at)
                            .split(bytes, delimiters.repetition())
                            .get(0);
                    return characterSets.of(
                            new String(bytes, first.start(), first.end() - first.start(), StandardCharsets.US_ASCII));
                }
                if (ends) {
                    break;
                }
                field++;
                from = at + 1;
            }
        }
        return characterSets.of("");
    }

    private int end(int from, byte fieldSeparator) {
        for (int at = from; at < bytes.length; at++) {
            if (Delimiters.isLineBreak(bytes[at])) {
                int next = skipLineBreaks(at);
                if (next == bytes.length || isHeader(next) || isSegment(next, fieldSeparator)) {
                    return at;
                }
                at = next - 1;
            }
        }
        return bytes.length;
    }

    private boolean isSegment(int at, byte fieldSeparator) {
        if (at + 3 > bytes.length
                || !isUpper(bytes[at])
                || !isUpperOrDigit(bytes[at + 1])
                || !isUpperOrDigit(bytes[at + 2])) {
            return false;
        }
        return at + 3 == bytes.length || bytes[at + 3] == fieldSeparator || Delimiters.isLineBreak(bytes[at + 3]);
    }

    private static boolean isUpper(byte value) {
        return value >= 'A' && value <= 'Z';
    }

    private static boolean isUpperOrDigit(byte value) {
        return isUpper(value) || (value >= '0' && value <= '9');
    }

    private int skipLineBreaks(int from) {
        int at = from;
        while (at < bytes.length && Delimiters.isLineBreak(bytes[at])) {
            at++;
        }
        return at;
    }
}
