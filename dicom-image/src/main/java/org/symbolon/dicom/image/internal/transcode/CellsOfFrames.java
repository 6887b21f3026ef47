package org.symbolon.dicom.image.internal.transcode;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.PhotometricInterpretation;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.internal.FrameDecoder;
import org.symbolon.dicom.image.internal.PixelData;
import org.symbolon.dicom.image.internal.PixelHeader;
import org.symbolon.dicom.image.internal.cells.FrameCells;

/** The frames of an image, decoded one at a time; the first one is kept until it has been written. */
final class CellsOfFrames {
    private final PixelDescription description;
    private final PixelData pixels;
    private final FrameDecoder decoder;
    private final PhotometricInterpretation photometric;
    private @Nullable FrameCells kept;

    CellsOfFrames(PixelHeader header, ImageLimits limits) throws IOException {
        this.description = header.description(limits);
        this.decoder = FrameDecoder.of(header, description);
        this.pixels = PixelData.of(header, limits);
        FrameCells first = decode(0);
        this.photometric = first.photometric();
        this.kept = first;
    }

    int count() {
        return description.numberOfFrames();
    }

    PixelDescription description() {
        return description;
    }

    /** Of every frame once it is decoded. */
    PhotometricInterpretation photometric() {
        return photometric;
    }

    FrameCells frame(int frame) throws IOException {
        FrameCells cells = frame == 0 && kept != null ? kept : decode(frame);
        kept = null;
        if (cells.photometric() != photometric) {
            throw new ImageException(Problem.UNSUPPORTED, "Frames of different colour models are not recoded");
        }
        return cells;
    }

    private FrameCells decode(int frame) throws IOException {
        try (InputStream in = pixels.open(frame)) {
            return decoder.cells(in, description);
        }
    }
}
