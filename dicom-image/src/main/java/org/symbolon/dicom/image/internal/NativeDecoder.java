package org.symbolon.dicom.image.internal;

import java.io.IOException;
import java.io.InputStream;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.PhotometricInterpretation;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelDescription.Layout;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.internal.cells.FrameCells;

/** Native samples, little endian (PS3.5 section 8.1 and 8.2). */
record NativeDecoder(PixelDescription description) implements FrameDecoder {
    @Override
    public PixelFrame decode(InputStream frame) throws IOException {
        return SampleCells.frame(cells(frame, description));
    }

    @Override
    public FrameCells cells(InputStream frame, PixelDescription same) throws IOException {
        PhotometricInterpretation photometric = description.photometric();
        if (photometric == PhotometricInterpretation.YBR_PARTIAL_420) {
            throw new ImageException(Problem.UNSUPPORTED, "Native YBR_PARTIAL_420 is not decoded");
        }
        boolean moved = description.layout() == Layout.BY_PLANE || photometric.isHalved();
        if (moved && !description.inWholeBytes()) {
            throw new ImageException(
                    Problem.UNSUPPORTED, "Colours in cells that are not whole bytes are decoded pixel by pixel only");
        }
        int length = Math.toIntExact(description.nativeFrameBytes());
        byte[] bytes = frame.readNBytes(length);
        if (bytes.length < length) {
            throw new ImageException(Problem.TRUNCATED, "A frame shorter than its pixels");
        }
        if (photometric.isHalved()) {
            return new FrameCells(description, photometric.atFullSize(), doubled(bytes));
        }
        return new FrameCells(description, photometric, moved ? interleave(bytes) : bytes);
    }

    private byte[] interleave(byte[] planes) {
        int cell = description.bitsAllocated() / 8;
        int samples = description.samplesPerPixel();
        int pixels = planes.length / cell / samples;
        byte[] result = new byte[planes.length];
        for (int sample = 0; sample < samples; sample++) {
            for (int pixel = 0; pixel < pixels; pixel++) {
                int from = (sample * pixels + pixel) * cell;
                int to = (pixel * samples + sample) * cell;
                for (int i = 0; i < cell; i++) {
                    result[to + i] = planes[from + i];
                }
            }
        }
        return result;
    }

    /** PS3.3 C.7.6.3.1.2: two Y values, then a CB and a CR that both pixels share. */
    private byte[] doubled(byte[] pairs) {
        int cell = description.bitsAllocated() / 8;
        int columns = description.columns();
        int rowCells = (columns + 1) / 2 * 4;
        byte[] result = new byte[description.samplesPerFrame() * cell];
        for (int row = 0; row < description.rows(); row++) {
            for (int column = 0; column < columns; column++) {
                int pair = row * rowCells + column / 2 * 4;
                int to = (row * columns + column) * 3 * cell;
                for (int i = 0; i < cell; i++) {
                    result[to + i] = pairs[(pair + column % 2) * cell + i];
                    result[to + cell + i] = pairs[(pair + 2) * cell + i];
                    result[to + 2 * cell + i] = pairs[(pair + 3) * cell + i];
                }
            }
        }
        return result;
    }
}
