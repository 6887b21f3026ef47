package org.symbolon.dicom.image.internal;

import java.io.IOException;
import java.io.InputStream;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.internal.cells.FrameCells;
import org.symbolon.dicom.image.internal.jpegls.JpegLsCodestream;
import org.symbolon.dicom.image.internal.jpegls.JpegLsHeader;

/** JPEG-LS frames, lossless and near-lossless (PS3.5 8.2.3). Colours stay as they are. */
record JpegLsDecoder(PixelDescription description) implements FrameDecoder {
    @Override
    public PixelFrame decode(InputStream frame) throws IOException {
        JpegLsCodestream codestream = open(frame);
        return SampleCells.frame(
                description,
                description.photometric().atFullSize(),
                SampleCells.ofCodestream(description, codestream.header().precision(), codestream.decode()));
    }

    @Override
    public FrameCells cells(InputStream frame, PixelDescription same) throws IOException {
        if (!description.inWholeBytes()) {
            return FrameCells.of(description, decode(frame));
        }
        JpegLsCodestream codestream = open(frame);
        return FrameCells.ofCodestream(
                description,
                description.photometric().atFullSize(),
                codestream.header().precision(),
                codestream.decode());
    }

    private JpegLsCodestream open(InputStream frame) throws IOException {
        JpegLsCodestream codestream = JpegLsCodestream.of(FrameDecoder.codestream(frame, description));
        JpegLsHeader header = codestream.header();
        if (header.rows() != description.rows()
                || header.columns() != description.columns()
                || header.components().size() != description.samplesPerPixel()) {
            throw new ImageException(
                    Problem.CORRUPT, "A JPEG-LS frame of another size than the image says (PS3.5 8.2.3)");
        }
        return codestream;
    }
}
