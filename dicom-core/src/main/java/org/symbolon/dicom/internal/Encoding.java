package org.symbolon.dicom.internal;

/** The ways in which element headers are written (PS3.5 7.1), and the one of before 1993 that had no VR and big endian. */
public enum Encoding {
    IMPLICIT_LITTLE(false, false),
    EXPLICIT_LITTLE(true, false),
    EXPLICIT_BIG(true, true),
    IMPLICIT_BIG(false, true);

    private final boolean explicitVr;
    private final boolean bigEndian;

    Encoding(boolean explicitVr, boolean bigEndian) {
        this.explicitVr = explicitVr;
        this.bigEndian = bigEndian;
    }

    public static Encoding of(boolean explicitVr, boolean bigEndian) {
        if (bigEndian) {
            return explicitVr ? EXPLICIT_BIG : IMPLICIT_BIG;
        }
        return explicitVr ? EXPLICIT_LITTLE : IMPLICIT_LITTLE;
    }

    public boolean explicitVr() {
        return explicitVr;
    }

    public boolean bigEndian() {
        return bigEndian;
    }

    public int tag(byte[] bytes, int at) {
        return uint16(bytes, at) << 16 | uint16(bytes, at + 2);
    }

    public int uint16(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        return bigEndian ? first << 8 | second : second << 8 | first;
    }

    public int int32(byte[] bytes, int at) {
        int first = uint16(bytes, at);
        int second = uint16(bytes, at + 2);
        return bigEndian ? first << 16 | second : second << 16 | first;
    }

    /** The two letters of the VR, which no byte order concerns. */
    public static int vrCode(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }
}
