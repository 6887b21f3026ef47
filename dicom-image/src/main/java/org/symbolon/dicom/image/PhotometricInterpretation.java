package org.symbolon.dicom.image;

import java.util.Locale;

/** What samples mean (PS3.3 C.7.6.3.1.2), retired terms too. */
public enum PhotometricInterpretation {
    MONOCHROME1(1),
    MONOCHROME2(1),
    PALETTE_COLOR(1),
    RGB(3),
    YBR_FULL(3),
    YBR_FULL_422(3),
    YBR_ICT(3),
    YBR_RCT(3),
    /** Retired: luminance 16 to 235, two pixels share their colour. */
    YBR_PARTIAL_422(3),
    /** Of MPEG-2 only; decoded where a codec brings its colours to full size. */
    YBR_PARTIAL_420(3),
    /** Retired: hue, saturation, value. */
    HSV(3),
    /** Retired: an index of a palette, or 0 for the colour that follows. */
    ARGB(4),
    /** Retired: cyan, magenta, yellow, black. */
    CMYK(4);

    private final int samples;

    PhotometricInterpretation(int samples) {
        this.samples = samples;
    }

    /** Samples per Pixel (0028,0002) that goes with it. */
    public int samples() {
        return samples;
    }

    /** The defined term. */
    public String term() {
        return this == PALETTE_COLOR ? "PALETTE COLOR" : name();
    }

    public boolean isGrey() {
        return this == MONOCHROME1 || this == MONOCHROME2;
    }

    /** Whether native samples of two neighbours share their colour. */
    public boolean isHalved() {
        return this == YBR_FULL_422 || this == YBR_PARTIAL_422;
    }

    /** What it is once every pixel has a colour of its own. */
    public PhotometricInterpretation atFullSize() {
        return this == YBR_FULL_422 ? YBR_FULL : this;
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
