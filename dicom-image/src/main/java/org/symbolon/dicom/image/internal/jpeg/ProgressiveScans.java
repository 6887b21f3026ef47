package org.symbolon.dicom.image.internal.jpeg;

import org.jspecify.annotations.Nullable;

/**
 * The progressive DCT process with Huffman coding (T.81 annex G), 8 and 12 bits: spectral selection and successive
 * approximation. Coefficients are collected until all scans are read.
 */
final class ProgressiveScans implements ScanDecoder {
    private final Planes planes;
    /** Of each component, block by block in zigzag order. */
    private final short[][] coefficients;

    private final @Nullable QuantisationTable[] quantisation;
    private int[] predictions;
    /** How many blocks more are without new coefficients: EOBRUN. */
    private int emptyBlocks;

    ProgressiveScans(JpegHeader header) {
        this.planes = new Planes(header);
        this.coefficients = new short[planes.count()][];
        this.quantisation = new @Nullable QuantisationTable[planes.count()];
        this.predictions = new int[planes.count()];
        for (int i = 0; i < coefficients.length; i++) {
            coefficients[i] = new short[Math.multiplyExact(64 * planes.blocksAcross(i), planes.blocksDown(i))];
        }
    }

    @Override
    public int decode(Scan scan) {
        boolean single = scan.components().size() == 1;
        if (scan.spectralStart() > 63
                || scan.spectralEnd() > 63
                || scan.spectralEnd() < scan.spectralStart()
                || (scan.spectralStart() == 0 ? scan.spectralEnd() > 0 : !single)
                || scan.pointTransform() > 13) {
            throw JpegCodestream.corrupt("A progressive scan of a wrong band");
        }
        restart();
        for (Scan.Part part : scan.components()) {
            quantisation[part.component()] = part.quantisation();
        }
        int columns = planes.unitsAcross(scan);
        int units = columns * planes.unitsDown(scan);
        for (int unit = 0; unit < units; unit++) {
            if (scan.restartInterval() > 0 && unit > 0 && unit % scan.restartInterval() == 0) {
                scan.bits().restart();
                restart();
            }
            for (Scan.Part part : scan.components()) {
                decodeUnit(scan, part, unit / columns, unit % columns);
            }
        }
        return scan.bits().position();
    }

    @Override
    public short[] samples() {
        int[] block = new int[64];
        for (int i = 0; i < coefficients.length; i++) {
            QuantisationTable steps = Scan.required(quantisation[i]);
            int across = planes.blocksAcross(i);
            for (int at = 0; at < across * planes.blocksDown(i); at++) {
                for (int k = 0; k < 64; k++) {
                    block[Planes.ZIGZAG[k]] = coefficients[i][64 * at + k] * steps.step(k);
                }
                planes.put(i, at / across, at % across, block);
            }
        }
        return planes.samples();
    }

    private void restart() {
        predictions = new int[planes.count()];
        emptyBlocks = 0;
    }

    private void decodeUnit(Scan scan, Scan.Part part, int row, int column) {
        boolean single = scan.components().size() == 1;
        int across = single ? 1 : planes.component(part.component()).horizontal();
        int down = single ? 1 : planes.component(part.component()).vertical();
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                int block = (row * down + y) * planes.blocksAcross(part.component()) + column * across + x;
                if (scan.spectralStart() == 0) {
                    decodeDc(scan, part, 64 * block);
                } else if (scan.approximationHigh() == 0) {
                    decodeAc(scan, part, 64 * block);
                } else {
                    refineAc(scan, part, 64 * block);
                }
            }
        }
    }

    /** T.81 G.1.2.1. */
    private void decodeDc(Scan scan, Scan.Part part, int block) {
        short[] values = coefficients[part.component()];
        if (scan.approximationHigh() != 0) {
            values[block] |= (short) (scan.bits().take(1) << scan.pointTransform());
            return;
        }
        int category = Scan.required(part.dc()).decode(scan.bits());
        if (category > 15) {
            throw JpegCodestream.corrupt("A DC difference of more than 15 bits");
        }
        predictions[part.component()] += scan.bits().difference(category);
        values[block] = (short) (predictions[part.component()] << scan.pointTransform());
    }

    /** T.81 G.1.2.2. */
    private void decodeAc(Scan scan, Scan.Part part, int block) {
        if (emptyBlocks > 0) {
            emptyBlocks--;
            return;
        }
        HuffmanTable table = Scan.required(part.ac());
        short[] values = coefficients[part.component()];
        int k = scan.spectralStart();
        while (k <= scan.spectralEnd()) {
            int symbol = table.decode(scan.bits());
            int run = symbol >> 4;
            int size = symbol & 15;
            if (size == 0 && run < 15) {
                emptyBlocks = (1 << run) - 1 + scan.bits().take(run);
                return;
            }
            k += run;
            if (k > scan.spectralEnd()) {
                throw JpegCodestream.corrupt("A coefficient outside of its band");
            }
            if (size > 0) {
                values[block + k] = (short) (scan.bits().difference(size) << scan.pointTransform());
            }
            k++;
        }
    }

    /** T.81 G.1.2.3: one bit more of the coefficients that are known, and new ones of that size. */
    private void refineAc(Scan scan, Scan.Part part, int block) {
        short[] values = coefficients[part.component()];
        int k = scan.spectralStart();
        while (emptyBlocks == 0 && k <= scan.spectralEnd()) {
            int symbol = Scan.required(part.ac()).decode(scan.bits());
            int run = symbol >> 4;
            int fresh = 0;
            if ((symbol & 15) == 0 && run < 15) {
                emptyBlocks = (1 << run) + scan.bits().take(run);
                break;
            }
            if ((symbol & 15) != 0) {
                fresh = scan.bits().take(1) == 1 ? 1 << scan.pointTransform() : -1 << scan.pointTransform();
            }
            while (k <= scan.spectralEnd()) {
                if (values[block + k] != 0) {
                    refine(scan, values, block + k);
                } else if (run-- == 0) {
                    values[block + k] = (short) fresh;
                    k++;
                    break;
                }
                k++;
            }
        }
        if (emptyBlocks > 0) {
            for (; k <= scan.spectralEnd(); k++) {
                if (values[block + k] != 0) {
                    refine(scan, values, block + k);
                }
            }
            emptyBlocks--;
        }
    }

    private static void refine(Scan scan, short[] values, int at) {
        int bit = 1 << scan.pointTransform();
        if (scan.bits().take(1) == 1 && (Math.abs(values[at]) & bit) == 0) {
            values[at] += (short) (values[at] > 0 ? bit : -bit);
        }
    }
}
