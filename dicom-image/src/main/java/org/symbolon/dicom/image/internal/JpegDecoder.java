package org.symbolon.dicom.image.internal;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.PhotometricInterpretation;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.Samples;
import org.symbolon.dicom.image.internal.cells.FrameCells;
import org.symbolon.dicom.image.internal.jpeg.JpegCodestream;
import org.symbolon.dicom.image.internal.jpeg.JpegHeader;

/**
 * JPEG frames (PS3.5 8.2.1). What a frame is, its own header says, not the transfer syntax: writers mix the processes up.
 * The DCT processes with 8 bits go to the JDK's reader, the others to our own.
 */
record JpegDecoder(PixelDescription description, TransferSyntax syntax) implements FrameDecoder {
    private static final String JDK_READERS = "com.sun.imageio.";

    @Override
    public PixelFrame decode(InputStream frame) throws IOException {
        byte[] stored = FrameDecoder.codestream(frame, description);
        JpegCodestream codestream = open(stored);
        Samples samples = isOfTheJdk(codestream.header())
                ? SampleCells.ofLowBytes(description, jdk(stored))
                : SampleCells.ofCodestream(description, codestream.header().precision(), codestream.decode());
        return SampleCells.frame(description, photometric(codestream), samples);
    }

    @Override
    public FrameCells cells(InputStream frame, PixelDescription same) throws IOException {
        byte[] stored = FrameDecoder.codestream(frame, description);
        JpegCodestream codestream = open(stored);
        JpegHeader header = codestream.header();
        if (header.process() != JpegHeader.LOSSLESS || !description.inWholeBytes()) {
            return FrameCells.of(description, decode(new ByteArrayInputStream(stored)));
        }
        return FrameCells.ofCodestream(description, photometric(codestream), header.precision(), codestream.decode());
    }

    private JpegCodestream open(byte[] stored) {
        JpegCodestream codestream = JpegCodestream.of(stored);
        JpegHeader header = codestream.header();
        if (header.rows() != description.rows()
                || header.columns() != description.columns()
                || header.components().size() != description.samplesPerPixel()) {
            throw new ImageException(Problem.CORRUPT, "A JPEG frame of another size than the image says (PS3.5 8.2.1)");
        }
        if (header.components().size() == 4 && header.process() <= JpegHeader.PROGRESSIVE) {
            throw new ImageException(
                    Problem.UNSUPPORTED, "JPEG of four colours is not decoded: DICOM has no such images (PS3.5 8.2.1)");
        }
        return codestream;
    }

    private static boolean isOfTheJdk(JpegHeader header) {
        return header.precision() == 8 && header.process() <= JpegHeader.PROGRESSIVE;
    }

    /**
     * DCT frames are YCbCr if the image says so, or if an Adobe segment does, which writers leave in by mistake. The
     * lossless process never changes colours.
     */
    private PhotometricInterpretation photometric(JpegCodestream codestream) {
        PhotometricInterpretation said = description.photometric();
        boolean dct = codestream.header().process() <= JpegHeader.PROGRESSIVE;
        if (dct && said == PhotometricInterpretation.RGB && codestream.adobeTransform() == 1) {
            return PhotometricInterpretation.YBR_FULL;
        }
        return said.atFullSize();
    }

    private byte[] jdk(byte[] stored) throws IOException {
        ImageReader reader = jdkReader();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(stored))) {
            reader.setInput(in, true, true);
            Raster raster = reader.readRaster(0, null);
            int[] row = new int[raster.getWidth() * raster.getNumBands()];
            byte[] samples = new byte[description.samplesPerFrame()];
            if ((long) row.length * raster.getHeight() != samples.length) {
                throw new ImageException(Problem.CORRUPT, "A JPEG frame of another size than the image says");
            }
            for (int y = 0; y < raster.getHeight(); y++) {
                raster.getPixels(0, y, raster.getWidth(), 1, row);
                for (int i = 0; i < row.length; i++) {
                    samples[y * row.length + i] = (byte) row[i];
                }
            }
            return samples;
        } catch (IIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ImageException(Problem.CORRUPT, "A JPEG frame that cannot be decoded", e);
        } finally {
            reader.dispose();
        }
    }

    private ImageReader jdkReader() {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith(JDK_READERS)) {
                return reader;
            }
        }
        throw TransferSyntaxes.unsupported(syntax);
    }
}
