package org.symbolon.dicom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.DataSetReader.Token;

/** What a reader tells of a data set, as lines of text, and the check that its tokens leave out no byte. */
final class Tokens {
    private Tokens() {}

    static List<String> of(Bytes bytes, TransferSyntax syntax) throws IOException {
        return of(bytes.toArray(), syntax, ReaderOptions.defaults());
    }

    static List<String> of(Bytes bytes) throws IOException {
        return of(bytes, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    }

    static List<String> of(byte[] bytes, TransferSyntax syntax, ReaderOptions options) throws IOException {
        List<String> lines = new ArrayList<>();
        try (DataSetReader reader = DataSetReader.of(new ByteArrayInputStream(bytes), syntax, options)) {
            for (Token token = reader.next(); token != null; token = reader.next()) {
                lines.add(line(token, reader));
            }
        }
        return lines;
    }

    /** Reads to the end and fails unless the tokens cover the data set from its first byte to its last; returns its length. */
    static long cover(DataSetReader reader) throws IOException {
        long end = 0;
        for (Token token = reader.next(); token != null; token = reader.next()) {
            if (reader.headerOffset() != end) {
                throw new AssertionError(token + " begins at " + reader.headerOffset() + ", not at " + end);
            }
            end = reader.endOffset();
            if (reader.valueOffset() > end || reader.position() > end) {
                throw new AssertionError(token + " at " + reader.headerOffset() + " ends before its value");
            }
        }
        if (reader.position() != end) {
            throw new AssertionError("The last token ends at " + end + ", the data set at " + reader.position());
        }
        return end;
    }

    private static String line(Token token, DataSetReader reader) {
        String indent = "  ".repeat(reader.depth());
        return switch (token) {
            case ELEMENT -> indent + Tag.format(reader.tag()) + " " + reader.vr() + " " + reader.length();
            case SEQUENCE_START, FRAGMENTS_START ->
                indent + Tag.format(reader.tag()) + " " + reader.vr() + " "
                        + (reader.lengthIsDefined() ? reader.length() : "undefined");
            case ITEM_START -> indent + "item " + (reader.lengthIsDefined() ? reader.length() : "undefined");
            case FRAGMENT -> indent + "fragment " + reader.length();
            case ITEM_END -> indent + "end of item";
            case SEQUENCE_END -> indent + "end of sequence";
            case FRAGMENTS_END -> indent + "end of fragments";
        };
    }
}
