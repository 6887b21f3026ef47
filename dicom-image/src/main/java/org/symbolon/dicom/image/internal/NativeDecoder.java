package org.symbolon.dicom.image.internal;

import java.io.IOException;
import java.io.InputStream;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.PhotometricInterpretation;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelDescription.Layout;
import org.symbolon.dicom.image.PixelFrame;

/** Native samples, little endian (PS3.5 section 8.1 and 8.2). */
record NativeDecoder(PixelDescription description) implements FrameDecoder {
    @Override
    public PixelFrame decode(InputStream frame) throws IOException {
        int length = Math.toIntExact(description.nativeFrameBytes());
        byte[] bytes = frame.readNBytes(length);
        if (bytes.length < length) {
            throw new ImageException(Problem.TRUNCATED, "A frame shorter than its pixels");
        }
        if (description.photometric() == PhotometricInterpretation.YBR_FULL_422) {
            return subsampled(bytes);
        }
        byte[] byPixel = description.layout() == Layout.BY_PLANE ? interleave(bytes) : bytes;
        return SampleCells.frame(description, description.photometric(), SampleCells.ofBytes(description, byPixel));
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
                System.arraycopy(planes, from, result, to, cell);
            }
        }
        return result;
    }

    /** PS3.3 C.7.6.3.1.2: two Y values, then a CB and a CR that both pixels share. */
    private PixelFrame subsampled(byte[] bytes) {
        if (description.bitsAllocated() != 8) {
            throw new ImageException(Problem.UNSUPPORTED, "YBR_FULL_422 is decoded with 8 bits only");
        }
        int columns = description.columns();
        int rowBytes = (columns + 1) / 2 * 4;
        byte[] result = new byte[description.samplesPerFrame()];
        for (int row = 0; row < description.rows(); row++) {
            for (int column = 0; column < columns; column++) {
                int pair = row * rowBytes + column / 2 * 4;
                int to = (row * columns + column) * 3;
                result[to] = bytes[pair + column % 2];
                result[to + 1] = bytes[pair + 2];
                result[to + 2] = bytes[pair + 3];
            }
        }
        return SampleCells.frame(
                description, PhotometricInterpretation.YBR_FULL, SampleCells.ofBytes(description, result));
    }
}
