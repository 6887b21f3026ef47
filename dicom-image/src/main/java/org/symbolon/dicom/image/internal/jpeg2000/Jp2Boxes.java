package org.symbolon.dicom.image.internal.jpeg2000;

/** The boxes of a JP2 file (T.800 annex I), which PS3.5 8.2.4 forbids in DICOM and writers put there all the same. */
final class Jp2Boxes {
    private static final int SIGNATURE = 0x6A502020;
    private static final int CODESTREAM = 0x6A703263;

    private Jp2Boxes() {}

    /** Where the codestream begins; 0 if there are no boxes. */
    static int codestreamOffset(byte[] bytes) {
        if (bytes.length < 12 || uint32(bytes, 4) != SIGNATURE) {
            return 0;
        }
        long at = 0;
        while (at + 8 <= bytes.length) {
            int box = (int) at;
            long length = uint32(bytes, box) & 0xFFFFFFFFL;
            int header = 8;
            if (length == 1 && at + 16 <= bytes.length) {
                length = (long) uint32(bytes, box + 8) << 32 | (uint32(bytes, box + 12) & 0xFFFFFFFFL);
                header = 16;
            }
            if (uint32(bytes, box + 4) == CODESTREAM) {
                return box + header;
            }
            if (length < header || length > bytes.length) {
                break;
            }
            at += length;
        }
        throw Faults.corrupt("A JP2 file without codestream");
    }

    private static int uint32(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
    }
}
