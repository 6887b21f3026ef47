package org.symbolon.record.internal.v2;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One segment and where it stands. Fields are numbered as the standard does: in header segments the field separator is field 1.
 * Absent values are empty.
 */
final class Segment {
    private static final String HL7_NULL = "\"\"";
    private static final int FIRST_CAPACITY = 16;

    private final Source source;
    private final MessageSyntax syntax;
    private final String name;
    private final Slice slice;
    private final int next;
    private final boolean header;

    /** Where each field begins; the last is one behind the end of the segment. */
    private final int[] starts;

    private final int fields;

    /** @param next offset behind the segment's terminator */
    Segment(Source source, MessageSyntax syntax, Slice slice, int next) {
        this.source = source;
        this.syntax = syntax;
        this.slice = slice;
        this.next = next;
        this.name = source.ascii(new Slice(slice.start(), slice.start() + 3));
        this.header = isHeader(name);
        byte separator = syntax.delimiters().field();
        byte[] masked = source.masked();
        int[] found = new int[FIRST_CAPACITY];
        int count = 1;
        found[0] = slice.start();
        for (int at = slice.start(); at < slice.end(); at++) {
            if (masked[at] == separator) {
                if (count + 1 == found.length) {
                    found = Arrays.copyOf(found, found.length * 2);
                }
                found[count++] = at + 1;
            }
        }
        found[count] = slice.end() + 1;
        this.starts = found;
        this.fields = count;
    }

    String name() {
        return name;
    }

    MessageSyntax syntax() {
        return syntax;
    }

    Slice slice() {
        return slice;
    }

    int next() {
        return next;
    }

    byte[] masked() {
        return source.masked();
    }

    boolean isHeader() {
        return header;
    }

    static boolean isHeader(String name) {
        return name.equals("MSH") || name.equals("FHS") || name.equals("BHS");
    }

    int fieldCount() {
        return header ? fields : fields - 1;
    }

    Slice field(int number) {
        int index = header ? number - 1 : number;
        return index > 0 && index < fields
                ? new Slice(starts[index], starts[index + 1] - 1)
                : new Slice(slice.end(), slice.end());
    }

    boolean isEmpty(int field) {
        return field(field).isEmpty();
    }

    /** The repetitions of a field; none where it is empty. */
    List<Value> repetitions(int field) {
        Slice whole = field(field);
        if (whole.isEmpty()) {
            return List.of();
        }
        List<Value> values = new ArrayList<>(2);
        int from = whole.start();
        while (true) {
            int to = end(from, whole.end(), syntax.delimiters().repetition());
            values.add(new Value(this, new Slice(from, to)));
            if (to == whole.end()) {
                return values;
            }
            from = to + 1;
        }
    }

    /** Where the part that begins there ends: at the delimiter, or at the end of the whole. */
    int end(int from, int to, byte delimiter) {
        byte[] masked = source.masked();
        if (delimiter != Delimiters.NONE) {
            for (int at = from; at < to; at++) {
                if (masked[at] == delimiter) {
                    return at;
                }
            }
        }
        return to;
    }

    /** Where a byte stands in the file. */
    int offset(int at) {
        return source.offset(at);
    }

    String decode(Slice part) {
        return syntax.decode(source.bytes(), part.start(), part.end());
    }

    String decode(int start, int end) {
        return syntax.decode(source.bytes(), start, end);
    }

    /** First repetition, first component. */
    String text(int field) {
        return text(field, 1);
    }

    /** First repetition. */
    String text(int field, int component) {
        Slice whole = field(field);
        return whole.isEmpty()
                ? ""
                : text(
                        whole.start(),
                        end(whole.start(), whole.end(), syntax.delimiters().repetition()),
                        component,
                        1);
    }

    /** Of a repetition; counted from 1; empty where it is absent or the HL7 null. */
    String text(int start, int end, int component, int subcomponent) {
        int from = skip(start, end, syntax.delimiters().component(), component - 1);
        if (from < 0) {
            return "";
        }
        int to = end(from, end, syntax.delimiters().component());
        from = skip(from, to, syntax.delimiters().subcomponent(), subcomponent - 1);
        if (from < 0) {
            return "";
        }
        to = end(from, to, syntax.delimiters().subcomponent());
        String text = from == to ? "" : decode(from, to).strip();
        return text.equals(HL7_NULL) ? "" : text;
    }

    /** Behind so many delimiters; -1 where there are not as many. */
    private int skip(int start, int end, byte delimiter, int parts) {
        int from = start;
        for (int i = 0; i < parts; i++) {
            int to = end(from, end, delimiter);
            if (to == end) {
                return -1;
            }
            from = to + 1;
        }
        return from;
    }
}
