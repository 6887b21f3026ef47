package org.symbolon.dicom.internal.transcribe;

import java.io.IOException;
import java.util.Arrays;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetReader.Token;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.internal.ElementSizes;
import org.symbolon.dicom.internal.TokenHeader;

/** How long the sequences, items and groups with defined lengths become in the other encoding. Used once. */
final class Lengths {
    private static final int DELIMITER_BYTES = TokenHeader.DELIMITER_BYTES;
    private static final int NONE = -1;

    private final boolean explicitVr;
    private final LengthList list = new LengthList();
    private final SignedPixels signedPixels = new SignedPixels();
    /** For each open sequence and item the place of its length and of that of its present group. */
    private int[] open = new int[32];

    private int[] groupLengths = new int[32];
    private int[] groups = new int[32];
    private int top;

    private Lengths(boolean explicitVr) {
        this.explicitVr = explicitVr;
        Arrays.fill(open, NONE);
        Arrays.fill(groupLengths, NONE);
    }

    static LengthList of(DataSetReader reader, boolean explicitVr) throws IOException {
        Lengths lengths = new Lengths(explicitVr);
        for (Token token = reader.next(); token != null; token = reader.next()) {
            lengths.add(token, reader);
        }
        return lengths.list;
    }

    private void add(Token token, DataSetReader reader) throws IOException {
        switch (token) {
            case ELEMENT -> element(reader);
            case SEQUENCE_START -> {
                enterGroup(reader.tag());
                grow(headerBytes(Vr.SQ));
                enter(reader);
            }
            case ITEM_START -> {
                grow(DELIMITER_BYTES);
                signedPixels.enterItem(reader.depth());
                enter(reader);
            }
            case ITEM_END, SEQUENCE_END -> {
                boolean delimiter = open[top] == NONE;
                top--;
                grow(delimiter ? DELIMITER_BYTES : 0);
            }
            case FRAGMENTS_START -> {
                enterGroup(reader.tag());
                grow(headerBytes(reader.vr()));
            }
            case FRAGMENT -> grow(DELIMITER_BYTES + ElementSizes.evenBytes(reader.length()));
            case FRAGMENTS_END -> grow(DELIMITER_BYTES);
        }
    }

    private void element(DataSetReader reader) throws IOException {
        if (!TargetVr.isWritten(reader)) {
            return;
        }
        enterGroup(reader.tag());
        Vr vr = TargetVr.of(reader, signedPixels.at(reader.depth()));
        if (Writing.isPixelRepresentation(reader)) {
            signedPixels.see(reader, Writing.littleEndian(reader));
        }
        long length = ElementSizes.evenBytes(reader.length());
        grow(headerBytes(TargetVr.written(vr, length)) + length);
        if (Writing.isGroupLength(reader)) {
            groups[top] = Tag.group(reader.tag());
            groupLengths[top] = list.reserve();
        }
    }

    private void enter(DataSetReader reader) {
        if (++top == open.length) {
            open = Arrays.copyOf(open, 2 * top);
            groupLengths = Arrays.copyOf(groupLengths, 2 * top);
            groups = Arrays.copyOf(groups, 2 * top);
        }
        open[top] = reader.lengthIsDefined() ? list.reserve() : NONE;
        groupLengths[top] = NONE;
    }

    private void enterGroup(int tag) {
        if (groups[top] != Tag.group(tag)) {
            groupLengths[top] = NONE;
        }
    }

    private void grow(long bytes) {
        for (int level = top; level >= 0; level--) {
            if (groupLengths[level] != NONE) {
                list.grow(groupLengths[level], bytes);
            }
            if (open[level] != NONE) {
                list.grow(open[level], bytes);
            }
        }
    }

    private long headerBytes(Vr vr) {
        return explicitVr && vr.hasLongLength() ? 12 : 8;
    }

    /** A length as it fits its field. */
    static long checked(long length) {
        if (length > 0xFFFFFFFEL) {
            throw new DicomFormatException(
                    DicomProblem.LIMIT_EXCEEDED, "A length that 32 bits do not hold (PS3.5 7.1)");
        }
        return length;
    }
}
