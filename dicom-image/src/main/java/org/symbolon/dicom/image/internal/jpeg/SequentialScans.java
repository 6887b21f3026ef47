package org.symbolon.dicom.image.internal.jpeg;

import java.util.Arrays;

/** The sequential DCT process with Huffman coding (T.81 annex F), 8 and 12 bits. */
final class SequentialScans implements ScanDecoder {
    private final Planes planes;
    private final int[] coefficients = new int[64];

    SequentialScans(JpegHeader header) {
        this.planes = new Planes(header);
    }

    @Override
    public int decode(Scan scan) {
        int[] predictions = new int[planes.count()];
        int columns = planes.unitsAcross(scan);
        int units = columns * planes.unitsDown(scan);
        for (int unit = 0; unit < units; unit++) {
            if (scan.restartInterval() > 0 && unit > 0 && unit % scan.restartInterval() == 0) {
                scan.bits().restart();
                predictions = new int[planes.count()];
            }
            for (Scan.Part part : scan.components()) {
                decodeUnit(scan, part, unit / columns, unit % columns, predictions);
            }
        }
        return scan.bits().position();
    }

    @Override
    public short[] samples() {
        return planes.samples();
    }

    private void decodeUnit(Scan scan, Scan.Part part, int row, int column, int[] predictions) {
        boolean single = scan.components().size() == 1;
        int across = single ? 1 : planes.component(part.component()).horizontal();
        int down = single ? 1 : planes.component(part.component()).vertical();
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                decodeBlock(scan.bits(), part, predictions);
                planes.put(part.component(), row * down + y, column * across + x, coefficients);
            }
        }
    }

    /** T.81 F.2.2. */
    private void decodeBlock(BitReader bits, Scan.Part part, int[] predictions) {
        QuantisationTable quantisation = Scan.required(part.quantisation());
        HuffmanTable ac = Scan.required(part.ac());
        Arrays.fill(coefficients, 0);
        int category = Scan.required(part.dc()).decode(bits);
        if (category > 15) {
            throw JpegCodestream.corrupt("A DC difference of more than 15 bits");
        }
        predictions[part.component()] += bits.difference(category);
        coefficients[0] = predictions[part.component()] * quantisation.step(0);
        int k = 1;
        while (k < 64) {
            int symbol = ac.decode(bits);
            int size = symbol & 15;
            int run = symbol >> 4;
            if (size == 0 && run != 15) {
                return;
            }
            k += run;
            if (k > 63) {
                throw JpegCodestream.corrupt("More than 64 coefficients in a block");
            }
            if (size > 0) {
                coefficients[Planes.ZIGZAG[k]] = bits.difference(size) * quantisation.step(k);
            }
            k++;
        }
    }
}
