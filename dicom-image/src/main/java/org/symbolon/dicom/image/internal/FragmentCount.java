package org.symbolon.dicom.image.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;

/**
 * Finds the frames where no offset table tells: one fragment a frame, or else a frame begins at each fragment that begins
 * a codestream (JPEG's SOI, JPEG 2000's SOC).
 */
final class FragmentCount {
    private static final int MAX_FRAGMENTS = 2_000_000;
    private static final int SOI = 0xFFD8;
    private static final int SOC = 0xFF4F;

    private FragmentCount() {}

    static EncapsulatedFrames find(PixelHeader header, long first, int frames) throws IOException {
        long[] starts = new long[16];
        boolean[] begins = new boolean[16];
        int count = 0;
        long at = first;
        try (InputStream in = header.bytes().dataSet().open(first)) {
            for (FragmentStream.Item item = FragmentStream.Item.read(in);
                    item.isFragment();
                    item = FragmentStream.Item.read(in)) {
                if (count == MAX_FRAGMENTS) {
                    throw new ImageException(Problem.LIMIT_EXCEEDED, "More fragments than the limit allows");
                }
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * count);
                    begins = Arrays.copyOf(begins, 2 * count);
                }
                starts[count] = at;
                begins[count++] = beginsCodestream(in, item.length());
                at += 8 + item.length();
            }
        }
        if (count != frames) {
            count = keepBeginnings(starts, begins, count);
        }
        if (count != frames) {
            throw new ImageException(
                    Problem.CORRUPT, "It cannot be told which fragments belong to which frame (PS3.5 A.4)");
        }
        long[] ends = Arrays.copyOfRange(starts, 1, frames + 1);
        ends[frames - 1] = at;
        return new EncapsulatedFrames(header, Arrays.copyOf(starts, frames), ends);
    }

    private static boolean beginsCodestream(InputStream in, long length) throws IOException {
        byte[] head = in.readNBytes((int) Math.min(2, length));
        try {
            in.skipNBytes(length - head.length);
        } catch (EOFException e) {
            throw new ImageException(Problem.TRUNCATED, "The pixel data ends inside a fragment", e);
        }
        int marker = head.length < 2 ? 0 : (head[0] & 0xFF) << 8 | (head[1] & 0xFF);
        return marker == SOI || marker == SOC;
    }

    private static int keepBeginnings(long[] starts, boolean[] begins, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (begins[i]) {
                starts[kept++] = starts[i];
            }
        }
        return kept;
    }
}
