package org.symbolon.record.internal.v2;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.RecordOptions;

/**
 * Finds the segments of a file: one message, several, or a batch. A line break ends a segment only where another segment or the
 * end of the file follows; elsewhere it is part of the text, as senders write it who do not escape it.
 */
final class SegmentScanner {
    private static final int CHARACTER_SET_FIELD = 18;

    private final @Nullable WideText wide;

    /** The file, or the same text in UTF-8. */
    private final byte[] bytes;

    private final RecordOptions options;
    private final CharacterSets characterSets;
    private final List<Segment> segments = new ArrayList<>();

    SegmentScanner(byte[] file, RecordOptions options) {
        this.wide = WideText.of(file);
        this.bytes = wide == null ? file : wide.utf8();
        this.options = options;
        this.characterSets = new CharacterSets(bytes);
    }

    List<Segment> scan() {
        int at = start();
        Source source = new Source(bytes, bytes, wide);
        MessageSyntax syntax = null;
        int messages = 0;
        while (at < bytes.length) {
            if (isHeader(at)) {
                Delimiters delimiters = Delimiters.read(bytes, at);
                Charset charset = charset(at, delimiters);
                source = masked(source, at, charset);
                syntax = new MessageSyntax(delimiters, charset, wide == null ? charset : wide.charset());
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
        int at = bytes.length > 2 && bytes[0] == (byte) 0xEF ? 3 : 0;
        while (at < bytes.length && (bytes[at] <= ' ' && bytes[at] >= 0)) {
            at++;
        }
        return at;
    }

    private boolean isHeader(int at) {
        if (at + 3 >= bytes.length || bytes[at + 3] <= ' ' || Character.isLetterOrDigit(bytes[at + 3])) {
            return false;
        }
        return switch (bytes[at]) {
            case 'M' -> bytes[at + 1] == 'S' && bytes[at + 2] == 'H';
            case 'F', 'B' -> bytes[at + 1] == 'H' && bytes[at + 2] == 'S';
            default -> false;
        };
    }

    /** Of the message whose header begins there, as MSH-18 declares it. */
    private Charset charset(int header, Delimiters delimiters) {
        List<String> declared = new ArrayList<>(1);
        if (bytes[header] == 'M') {
            int field = 1;
            int from = header;
            for (int at = header; field <= CHARACTER_SET_FIELD && at <= bytes.length; at++) {
                boolean ends = at == bytes.length || Delimiters.isLineBreak(bytes[at]);
                boolean fieldEnds = ends || bytes[at] == delimiters.field();
                boolean counts = field == CHARACTER_SET_FIELD;
                if (counts && (fieldEnds || bytes[at] == delimiters.repetition())) {
                    declared.add(new String(bytes, from, at - from, StandardCharsets.US_ASCII));
                    from = at + 1;
                }
                if (ends) {
                    break;
                }
                if (fieldEnds) {
                    field++;
                    from = at + 1;
                }
            }
        }
        return characterSets.of(declared);
    }

    /** The same bytes with no false delimiter in the message that begins there. */
    private Source masked(Source source, int header, Charset charset) {
        if (!CharacterSets.needsMask(charset)) {
            return source;
        }
        byte[] masked = source.masked() == bytes ? bytes.clone() : source.masked();
        CharacterSets.mask(masked, header, nextHeader(header), charset);
        return new Source(bytes, masked, source.wide());
    }

    /** Where a line begins with the next header, or the end. */
    private int nextHeader(int header) {
        for (int at = header + 1; at < bytes.length; at++) {
            if (Delimiters.isLineBreak(bytes[at - 1]) && isHeader(at)) {
                return at;
            }
        }
        return bytes.length;
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
