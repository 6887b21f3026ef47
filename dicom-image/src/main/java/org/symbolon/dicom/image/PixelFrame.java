package org.symbolon.dicom.image;

/**
 * One decoded frame.
 *
 * @param photometric what the samples mean now; codecs that change the colour model leave RGB
 * @param bitsStored of each sample
 * @param samples rows x columns x samples per pixel of them
 */
public record PixelFrame(
        int rows, int columns, PhotometricInterpretation photometric, int bitsStored, Samples samples) {
    public PixelFrame {
        if (samples.size() != rows * columns * photometric.samples()) {
            throw new IllegalArgumentException("Samples do not fill the frame");
        }
    }
}
