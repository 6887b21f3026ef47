package org.symbolon.dicom.image;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whether two files show the same: as many frames, of the same size, and every sample equal once it is decoded. Only what
 * lies in Bits Stored is compared, and colour models by what they are after decoding: RGB that a codec stored as YBR_RCT is
 * RGB.
 *
 * @param frames that were compared and are equal
 */
public record LosslessCheck(Verdict verdict, int frames) {
    /** What was found. */
    public enum Verdict {
        /** Every sample of every frame is equal. */
        EQUAL,
        /** Neither file has pixel data. */
        NO_PIXELS,
        /** Rows, columns, samples per pixel, sign, colour model or number of frames differ, or only one file has pixels. */
        OTHER_SHAPE,
        /** A sample differs, in the frame that comes after {@link LosslessCheck#frames}. */
        OTHER_SAMPLES
    }

    /** Nothing was lost. */
    public boolean passed() {
        return verdict == Verdict.EQUAL || verdict == Verdict.NO_PIXELS;
    }

    /**
     * Compares frame by frame, holding two of them.
     *
     * @throws ImageException if either file cannot be decoded
     */
    public static LosslessCheck compare(Path first, Path second, ImageLimits limits) throws IOException {
        FrameReader a = openOrNull(first, limits);
        FrameReader b = openOrNull(second, limits);
        if (a == null || b == null) {
            return new LosslessCheck(a == null && b == null ? Verdict.NO_PIXELS : Verdict.OTHER_SHAPE, 0);
        }
        if (a.count() != b.count()) {
            return new LosslessCheck(Verdict.OTHER_SHAPE, 0);
        }
        for (int frame = 0; frame < a.count(); frame++) {
            Verdict verdict = compare(a.decode(frame), b.decode(frame));
            if (verdict != Verdict.EQUAL) {
                return new LosslessCheck(verdict, frame);
            }
        }
        return new LosslessCheck(Verdict.EQUAL, a.count());
    }

    private static @Nullable FrameReader openOrNull(Path file, ImageLimits limits) throws IOException {
        try {
            return FrameReader.open(ImageBytes.of(file), limits);
        } catch (ImageException e) {
            if (e.problem() == ImageException.Problem.NO_PIXELS) {
                return null;
            }
            throw e;
        }
    }

    private static Verdict compare(PixelFrame a, PixelFrame b) {
        if (a.rows() != b.rows()
                || a.columns() != b.columns()
                || a.photometric() != b.photometric()
                || a.samples().sign() != b.samples().sign()) {
            return Verdict.OTHER_SHAPE;
        }
        for (int i = 0; i < a.samples().size(); i++) {
            if (a.samples().at(i) != b.samples().at(i)) {
                return Verdict.OTHER_SAMPLES;
            }
        }
        return Verdict.EQUAL;
    }
}
