package org.symbolon.deidentification.internal;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.symbolon.deidentification.splice.EditContent;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;

/**
 * A reader, and where its bytes stand in the data set: a sequence that hides in an opaque value is read by a reader of its own.
 * Values may be asked for more than once.
 */
final class Cursor {
    private final DataSetReader reader;
    private final long base;
    private byte @Nullable [] value;

    Cursor(DataSetReader reader, long base) {
        this.reader = reader;
        this.base = base;
    }

    @Nullable
    Token next() throws IOException {
        value = null;
        return reader.next();
    }

    /** The next token of something that has not ended yet. */
    Token nextInside() throws IOException {
        Token token = next();
        if (token == null) {
            throw new DicomFormatException(
                    DicomProblem.TRUNCATED, "the data set ends in a sequence", -1, reader.position());
        }
        return token;
    }

    byte[] value() throws IOException {
        byte[] taken = value;
        if (taken == null) {
            taken = reader.value();
            value = taken;
        }
        return taken;
    }

    int tag() {
        return reader.tag();
    }

    Vr vr() {
        return reader.vr();
    }

    long length() {
        return reader.length();
    }

    /** As a frame has it. */
    long definedLength() {
        return reader.lengthIsDefined() ? reader.length() : Frame.UNDEFINED;
    }

    /** Whether {@link #value} reads it, rather than refusing it for its length. */
    boolean fitsInMemory() {
        return reader.length() <= reader.options().maxValueBytes();
    }

    /** Who reserved the block of a private element, empty if nobody did. */
    String privateCreator() {
        String creator = Tag.isPrivate(reader.tag()) ? reader.privateCreator() : null;
        return creator == null ? "" : creator;
    }

    boolean bigEndian() {
        return reader.bigEndian();
    }

    long headerOffset() {
        return base + reader.headerOffset();
    }

    long valueOffset() {
        return base + reader.valueOffset();
    }

    long endOffset() {
        return base + reader.endOffset();
    }

    long lengthFieldOffset() {
        return base + reader.lengthFieldOffset();
    }

    long position() {
        return base + reader.position();
    }

    ElementEncoder encoder() {
        return new ElementEncoder(reader.explicitVr(), reader.bigEndian());
    }

    EditContent content() {
        return EditContent.elements(reader.explicitVr(), reader.bigEndian());
    }
}
