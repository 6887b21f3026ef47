package org.symbolon.dicom.image.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;

/** The contents of neighbouring fragments, joined, up to the sequence delimiter or a given place. */
public final class FragmentStream extends FilterInputStream {
    /** An item header of encapsulated pixel data, always little endian. */
    public record Item(int tag, long length) {
        public static Item read(InputStream in) throws IOException {
            byte[] header = in.readNBytes(8);
            if (header.length < 8) {
                throw new ImageException(Problem.TRUNCATED, "The pixel data ends before its delimiter");
            }
            int tag = Tag.of(uint16(header, 0), uint16(header, 2));
            long length = uint16(header, 4) | (long) uint16(header, 6) << 16;
            Item item = new Item(tag, length);
            if (tag != Tag.SequenceDelimitation && (tag != Tag.Item || length == 0xFFFFFFFFL)) {
                throw new ImageException(Problem.CORRUPT, "Neither a fragment nor a delimiter (PS3.5 A.4)");
            }
            return item;
        }

        public boolean isFragment() {
            return tag == Tag.Item;
        }

        private static int uint16(byte[] bytes, int at) {
            return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
        }
    }

    private long toEnd;
    private long inFragment;
    private boolean ended;

    /** The stream stands at an item header; the frame takes so many bytes with all its headers. */
    FragmentStream(InputStream in, long bytes) {
        super(in);
        this.toEnd = bytes;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (inFragment == 0) {
            if (!enterFragment()) {
                return -1;
            }
        }
        int read = in.read(target, offset, (int) Math.min(length, inFragment));
        if (read < 0) {
            throw new ImageException(Problem.TRUNCATED, "The pixel data ends inside a fragment");
        }
        inFragment -= read;
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        return bytes <= 0 ? 0 : Math.max(0, read(new byte[(int) Math.min(bytes, 8192)]));
    }

    @Override
    public int available() throws IOException {
        return (int) Math.min(in.available(), inFragment);
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private boolean enterFragment() throws IOException {
        if (ended || toEnd <= 0) {
            return false;
        }
        Item item = Item.read(in);
        ended = !item.isFragment();
        inFragment = ended ? 0 : item.length();
        toEnd -= 8 + inFragment;
        return !ended;
    }
}
