package org.symbolon.dicom.image.internal.blank;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelDescription.Sign;
import org.symbolon.dicom.image.internal.PixelHeader;

/**
 * Bits of cells that are not of the sample (PS3.5 8.1.1), where retired overlays lie (PS3.3 C.9.2). Cleared, they are 0, or
 * the sign of signed samples that lie in the low bits.
 */
public final class UnusedBits {
    private static final int CHUNK_BYTES = 144 << 10;

    private UnusedBits() {}

    /** Whether cells have such bits, and are such that they can be cleared. */
    public static boolean exist(PixelDescription description) {
        return description.inWholeBytes()
                && description.sign() != Sign.FLOATING_POINT
                && description.bitsStored() < description.bitsAllocated();
    }

    /** In little-endian cells. */
    static void clear(byte[] bytes, PixelDescription description) {
        int width = description.bitsAllocated() / 8;
        int shift = description.highBit() + 1 - description.bitsStored();
        int unused = Long.SIZE - description.bitsStored();
        boolean signed = description.sign() == Sign.SIGNED;
        for (int at = 0; at + width <= bytes.length; at += width) {
            long cell = 0;
            for (int k = 0; k < width; k++) {
                cell |= (bytes[at + k] & 0xFFL) << (8 * k);
            }
            long sample = cell >>> shift << unused;
            long cleared = (signed ? sample >> unused : sample >>> unused) << shift;
            for (int k = 0; k < width; k++) {
                bytes[at + k] = (byte) (cleared >> (8 * k));
            }
        }
    }

    /** A patch of {@link NativePatches}. */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
    private record Patch(long offset, byte[] bytes) {}

    /** Writes a whole native value with those bits cleared and the rectangles black. */
    public static void rewrite(PixelHeader header, PixelDescription description, Spans spans, OutputStream out)
            throws IOException {
        Deque<Patch> patches = new ArrayDeque<>();
        NativePatches.find(header, description, spans, (offset, bytes) -> patches.add(new Patch(offset, bytes)));
        boolean big = header.byteOrder() == PixelHeader.ByteOrder.BIG_ENDIAN;
        int unit = big ? header.swapBytes() : 1;
        long left = header.valueLength();
        long position = header.valueOffset();
        try (InputStream in = header.bytes().dataSet().open(position)) {
            while (left > 0) {
                byte[] chunk = in.readNBytes((int) Math.min(CHUNK_BYTES, left));
                if (chunk.length == 0) {
                    throw new ImageException(Problem.TRUNCATED, "The pixel data ends inside a frame");
                }
                Cells.swap(chunk, unit);
                clear(chunk, description);
                Cells.swap(chunk, unit);
                apply(patches, chunk, position);
                out.write(chunk);
                position += chunk.length;
                left -= chunk.length;
            }
        }
    }

    private static void apply(Deque<Patch> patches, byte[] chunk, long position) {
        long end = position + chunk.length;
        while (!patches.isEmpty() && patches.element().offset() < end) {
            Patch patch = patches.element();
            long patchEnd = patch.offset() + patch.bytes().length;
            long from = Math.max(position, patch.offset());
            long to = Math.min(end, patchEnd);
            if (from < to) {
                System.arraycopy(patch.bytes(), (int) (from - patch.offset()), chunk, (int) (from - position), (int)
                        (to - from));
            }
            if (patchEnd > end) {
                return;
            }
            patches.remove();
        }
    }
}
