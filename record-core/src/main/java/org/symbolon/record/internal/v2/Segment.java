package org.symbolon.record.internal.v2;

import java.util.List;

/**
 * One segment and where it stands. Fields are numbered as the standard does: in header segments the field separator is field 1.
 * Absent values are empty.
 */
final class Segment {
    private final Source source;
    private final MessageSyntax syntax;
    private final String name;
    private final Slice slice;
    private final int next;
    private final List<Slice> fields;

    /** @param next offset behind the segment's terminator */
    Segment(Source source, MessageSyntax syntax, Slice slice, int next) {
        this.source = source;
        this.syntax = syntax;
        this.slice = slice;
        this.next = next;
        this.name = source.ascii(new Slice(slice.start(), slice.start() + 3));
        this.fields = slice.split(source.masked(), syntax.delimiters().field());
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

    boolean isHeader() {
        return isHeader(name);
    }

    static boolean isHeader(String name) {
        return name.equals("MSH") || name.equals("FHS") || name.equals("BHS");
    }

    int fieldCount() {
        return isHeader() ? fields.size() : fields.size() - 1;
    }

    Slice field(int number) {
        int index = isHeader() ? number - 1 : number;
        return index > 0 && index < fields.size() ? fields.get(index) : new Slice(slice.end(), slice.end());
    }

    /** The repetitions of a field; none where it is empty. */
    List<Value> repetitions(int field) {
        Slice whole = field(field);
        return whole.isEmpty()
                ? List.of()
                : split(whole, syntax.delimiters().repetition()).stream()
                        .map(part -> new Value(this, part))
                        .toList();
    }

    List<Slice> split(Slice part, byte delimiter) {
        return part.split(source.masked(), delimiter);
    }

    String decode(Slice part) {
        return syntax.decode(source.bytes(), part.start(), part.end());
    }

    /** First repetition, first component. */
    String text(int field) {
        return text(field, 1);
    }

    /** First repetition. */
    String text(int field, int component) {
        List<Value> repetitions = repetitions(field);
        return repetitions.isEmpty() ? "" : repetitions.get(0).text(component);
    }
}
