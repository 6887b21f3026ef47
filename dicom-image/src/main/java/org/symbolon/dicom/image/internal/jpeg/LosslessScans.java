package org.symbolon.dicom.image.internal.jpeg;

import java.util.List;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;

/** The lossless process with Huffman coding (T.81 annex H), all predictors, 2 to 16 bits. */
final class LosslessScans implements ScanDecoder {
    private static final int MAX_CATEGORY = 16;

    private final JpegHeader header;
    private final int columns;
    private final int step;
    private final short[] samples;

    LosslessScans(JpegHeader header) {
        if (header.isSubsampled() && header.components().size() > 1) {
            throw new ImageException(Problem.UNSUPPORTED, "Lossless JPEG with subsampled components is not decoded");
        }
        if (header.precision() < 2 || header.precision() > 16) {
            throw JpegCodestream.corrupt("Lossless JPEG has 2 to 16 bits a sample");
        }
        this.header = header;
        this.columns = header.columns();
        this.step = header.components().size();
        this.samples = new short[header.rows() * columns * step];
    }

    @Override
    public short[] samples() {
        return samples;
    }

    @Override
    public int decode(Scan scan) {
        int interval = scan.restartInterval();
        if (interval % columns != 0) {
            throw new ImageException(Problem.UNSUPPORTED, "Lossless JPEG with restarts inside of lines is not decoded");
        }
        if (scan.spectralStart() < 1 || scan.spectralStart() > 7 || scan.pointTransform() >= header.precision()) {
            throw JpegCodestream.corrupt("A lossless scan without predictor");
        }
        int restartRows = interval / columns;
        boolean first = true;
        for (int row = 0; row < header.rows(); row++) {
            if (restartRows > 0 && row > 0 && row % restartRows == 0) {
                scan.bits().restart();
                first = true;
            }
            decodeRow(scan, row, first);
            first = false;
        }
        shift(scan);
        return scan.bits().position();
    }

    private void decodeRow(Scan scan, int row, boolean first) {
        List<Scan.Part> parts = scan.components();
        int predictor = first ? 1 : scan.spectralStart();
        for (int column = 0; column < columns; column++) {
            for (int i = 0; i < parts.size(); i++) {
                Scan.Part part = parts.get(i);
                int at = (row * columns + column) * step + part.component();
                int predicted;
                if (column == 0) {
                    predicted = first
                            ? 1 << (header.precision() - scan.pointTransform() - 1)
                            : samples[at - columns * step] & 0xFFFF;
                } else {
                    predicted = predict(predictor, at);
                }
                samples[at] = (short) (predicted + difference(scan.bits(), Scan.required(part.dc())));
            }
        }
    }

    /** T.81 table H.1: Ra to the left, Rb above, Rc above to the left. */
    private int predict(int predictor, int at) {
        int a = samples[at - step] & 0xFFFF;
        if (predictor == 1) {
            return a;
        }
        int b = samples[at - columns * step] & 0xFFFF;
        int c = samples[at - columns * step - step] & 0xFFFF;
        return switch (predictor) {
            case 2 -> b;
            case 3 -> c;
            case 4 -> a + b - c;
            case 5 -> a + ((b - c) >> 1);
            case 6 -> b + ((a - c) >> 1);
            default -> (a + b) >> 1;
        };
    }

    private static int difference(BitReader bits, HuffmanTable table) {
        int category = table.decode(bits);
        if (category > MAX_CATEGORY) {
            throw JpegCodestream.corrupt("A difference of more than 16 bits");
        }
        return category == MAX_CATEGORY ? 1 << 15 : bits.difference(category);
    }

    private void shift(Scan scan) {
        if (scan.pointTransform() == 0) {
            return;
        }
        for (Scan.Part part : scan.components()) {
            for (int at = part.component(); at < samples.length; at += step) {
                samples[at] = (short) (samples[at] << scan.pointTransform());
            }
        }
    }
}
