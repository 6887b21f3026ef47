package org.symbolon.dicom.image.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.internal.cells.FrameCells;

/** Deflated Image Frame Compression (PS3.5 A.4.12): a raw deflate stream of the frame's native cells. */
record DeflatedDecoder(NativeDecoder inflated) implements FrameDecoder {
    @Override
    public PixelFrame decode(InputStream frame) throws IOException {
        return SampleCells.frame(cells(frame, inflated.description()));
    }

    @Override
    public FrameCells cells(InputStream frame, PixelDescription description) throws IOException {
        try (InputStream in = new InflatedDataSet(frame)) {
            return inflated.cells(in, description);
        } catch (ZipException e) {
            throw new ImageException(Problem.CORRUPT, "A frame that cannot be inflated (RFC 1951)", e);
        } catch (EOFException e) {
            throw new ImageException(Problem.TRUNCATED, "A deflated frame that ends too early", e);
        }
    }
}
