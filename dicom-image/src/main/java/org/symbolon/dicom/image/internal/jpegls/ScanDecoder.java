package org.symbolon.dicom.image.internal.jpegls;

import java.util.Arrays;

/** Decodes one scan line by line. */
final class ScanDecoder {
    private final JpegLsHeader frame;
    private final ScanHeader scan;
    private final LsBitReader bits;
    private final LineDecoder decoder;
    private final int[] runIndexes;
    private int[][] above;
    private int[][] lines;

    ScanDecoder(JpegLsHeader frame, ScanHeader scan, byte[] bytes, int start) {
        this.frame = frame;
        this.scan = scan;
        this.bits = new LsBitReader(bytes, start);
        this.decoder = new LineDecoder(scan.parameters(), bits);
        int count = scan.components().size();
        this.runIndexes = new int[count];
        this.above = new int[count][frame.columns() + 2];
        this.lines = new int[count][frame.columns() + 2];
    }

    /** Puts the samples where they belong; returns where the next marker is to be looked for. */
    int decode(short[] samples) {
        for (int row = 0; row < frame.rows(); row++) {
            if (scan.restartLines() > 0 && row > 0 && row % scan.restartLines() == 0) {
                restart();
            }
            for (int i = 0; i < lines.length; i++) {
                above[i][frame.columns() + 1] = above[i][frame.columns()];
                lines[i][0] = above[i][1];
            }
            if (scan.interleave() == Interleave.SAMPLE) {
                decoder.decode(above, lines);
            } else {
                for (int i = 0; i < lines.length; i++) {
                    decoder.runIndex = runIndexes[i];
                    decoder.decode(above[i], lines[i]);
                    runIndexes[i] = decoder.runIndex;
                }
            }
            store(row, samples);
            int[][] next = above;
            above = lines;
            lines = next;
        }
        return bits.position();
    }

    private void restart() {
        bits.restart();
        decoder.begin();
        Arrays.fill(runIndexes, 0);
        for (int[] line : above) {
            Arrays.fill(line, 0);
        }
    }

    private void store(int row, short[] samples) {
        int step = frame.components().size();
        for (int i = 0; i < lines.length; i++) {
            int to = row * frame.columns() * step + scan.components().get(i);
            int[] line = lines[i];
            for (int column = 1; column <= frame.columns(); column++, to += step) {
                samples[to] = (short) (line[column] << scan.pointTransform());
            }
        }
    }
}
