package org.symbolon.dicom.image;

import java.util.Locale;

/** What samples mean (PS3.3 C.7.6.3.1.2). */
public enum PhotometricInterpretation {
    MONOCHROME1(1),
    MONOCHROME2(1),
    PALETTE_COLOR(1),
    RGB(3),
    YBR_FULL(3),
    YBR_FULL_422(3),
    YBR_ICT(3),
    YBR_RCT(3);

    private final int samples;

    PhotometricInterpretation(int samples) {
        this.samples = samples;
    }

    /** Samples per Pixel (0028,0002) that goes with it. */
    public int samples() {
        return samples;
    }

    /**
     * The defined term; an absent one is taken from the number of samples.
     *
     * @throws ImageException UNSUPPORTED
     */
    static PhotometricInterpretation of(String term, int samplesPerPixel) {
        String name = term.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
        if (name.isEmpty()) {
            return samplesPerPixel == 3 ? RGB : MONOCHROME2;
        }
        for (PhotometricInterpretation value : values()) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        throw new ImageException(
                ImageException.Problem.UNSUPPORTED, "A photometric interpretation that is not decoded (0028,0004)");
    }
}
