package org.symbolon.testkit.internal.codec;

import java.io.ByteArrayOutputStream;

/** RLE Lossless (PS3.5 annex G): one segment per byte plane, most significant first, each row packed by itself. */
public final class RleEncoder {
    private static final int HEADER_BYTES = 64;
    private static final int MAX_RUN = 128;

    private RleEncoder() {}

    /**
     * One frame as a fragment of even length.
     *
     * @param frame samples interleaved by pixel (Planar Configuration 0), each little endian
     * @param columns pixels in a row
     * @param samplesPerPixel 1 or 3
     * @param bytesPerSample 1 or 2
     */
    public static byte[] encode(byte[] frame, int columns, int samplesPerPixel, int bytesPerSample) {
        int pixelBytes = samplesPerPixel * bytesPerSample;
        int rows = frame.length / (columns * pixelBytes);
        ByteArrayOutputStream body = new ByteArrayOutputStream(frame.length);
        int[] offsets = new int[pixelBytes];
        byte[] row = new byte[columns];
        for (int segment = 0; segment < pixelBytes; segment++) {
            offsets[segment] = HEADER_BYTES + body.size();
            int sample = segment / bytesPerSample;
            int plane = bytesPerSample - 1 - segment % bytesPerSample;
            int at = sample * bytesPerSample + plane;
            for (int y = 0; y < rows; y++) {
                for (int x = 0; x < columns; x++, at += pixelBytes) {
                    row[x] = frame[at];
                }
                packBits(row, body);
            }
            if (body.size() % 2 == 1) {
                body.write(0);
            }
        }
        byte[] encoded = new byte[HEADER_BYTES + body.size()];
        putInt(encoded, 0, pixelBytes);
        for (int segment = 0; segment < pixelBytes; segment++) {
            putInt(encoded, 4 + 4 * segment, offsets[segment]);
        }
        System.arraycopy(body.toByteArray(), 0, encoded, HEADER_BYTES, body.size());
        return encoded;
    }

    private static void packBits(byte[] row, ByteArrayOutputStream out) {
        int at = 0;
        while (at < row.length) {
            int run = runLength(row, at);
            if (run >= 2) {
                out.write(257 - run);
                out.write(row[at]);
                at += run;
            } else {
                int end = at + 1;
                while (end < row.length && end - at < MAX_RUN && runLength(row, end) < 3) {
                    end++;
                }
                out.write(end - at - 1);
                out.write(row, at, end - at);
                at = end;
            }
        }
    }

    private static int runLength(byte[] row, int at) {
        int end = at + 1;
        while (end < row.length && end - at < MAX_RUN && row[end] == row[at]) {
            end++;
        }
        return end - at;
    }

    private static void putInt(byte[] target, int at, int value) {
        for (int i = 0; i < 4; i++) {
            target[at + i] = (byte) (value >> (8 * i));
        }
    }
}
