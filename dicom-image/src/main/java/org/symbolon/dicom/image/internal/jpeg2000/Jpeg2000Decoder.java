package org.symbolon.dicom.image.internal.jpeg2000;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.PhotometricInterpretation;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.internal.FrameDecoder;

/**
 * JPEG 2000 frames (PS3.5 8.2.4 and 8.2.14). Size and components have to be those of the image; the depth is the codestream's.
 * A codestream that is cut off is decoded as far as it goes, if that is a packet at least.
 */
public record Jpeg2000Decoder(PixelDescription description) implements FrameDecoder {
    /** An empty picture of 16-bit samples takes a byte for 86,000 of them. */
    static final int MAX_SAMPLES_PER_BYTE = 1 << 17;

    private static final int MAX_SAMPLES_OF_ANY = 1 << 20;

    /** @throws ImageException UNSUPPORTED for codestreams of Part 2 */
    @Override
    public PixelFrame decode(InputStream frame) throws IOException {
        byte[] bytes = FrameDecoder.codestream(frame, description);
        if (description.samplesPerFrame() > MAX_SAMPLES_OF_ANY + (long) MAX_SAMPLES_PER_BYTE * bytes.length) {
            throw Faults.limit("more samples for its bytes");
        }
        Codestream codestream = Codestream.read(bytes, description.samplesPerPixel());
        ImageGrid grid = codestream.grid();
        check(grid);
        FrameSamples samples = new FrameSamples(grid, description.sign(), description.bitsStored());
        TileDecoder decoder = new TileDecoder(grid, new Effort(bytes.length), samples);
        int packets = 0;
        for (Map.Entry<Integer, TileStream> tile : codestream.tiles().entrySet()) {
            packets += decoder.decode(tile.getKey(), tile.getValue());
        }
        if (packets == 0) {
            throw Faults.truncated();
        }
        return new PixelFrame(
                description.rows(), description.columns(), photometric(), grid.maxPrecision(), samples.samples());
    }

    private void check(ImageGrid grid) {
        if (grid.image().width() != description.columns()
                || grid.image().height() != description.rows()
                || grid.components().size() != description.samplesPerPixel()) {
            throw Faults.corrupt("A JPEG 2000 frame of another size than the image says");
        }
        if (grid.maxPrecision() > Math.max(8, description.bitsAllocated())) {
            throw Faults.corrupt("A JPEG 2000 frame of more bits than the image has room for");
        }
    }

    /** The component transformation is undone. Subsampled components are repeated. */
    private PhotometricInterpretation photometric() {
        return switch (description.photometric()) {
            case YBR_RCT, YBR_ICT -> PhotometricInterpretation.RGB;
            case YBR_FULL_422 -> PhotometricInterpretation.YBR_FULL;
            default -> description.photometric();
        };
    }
}
