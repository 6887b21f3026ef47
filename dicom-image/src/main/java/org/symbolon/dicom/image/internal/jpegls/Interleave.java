package org.symbolon.dicom.image.internal.jpegls;

/** How the components of a scan follow one another (ILV, T.87 C.2.3). */
enum Interleave {
    NONE(0),
    LINE(1),
    SAMPLE(2);

    private final int code;

    Interleave(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    /** What a scan header says; a scan of one component is not interleaved whatever it says. */
    static Interleave of(int code, int components) {
        if (components == 1) {
            return NONE;
        }
        return switch (code) {
            case 1 -> LINE;
            case 2 -> SAMPLE;
            default -> throw JpegLsCodestream.corrupt("A scan with a wrong interleave mode (C.2.3)");
        };
    }
}
