package org.symbolon.testkit.internal.codec;

/** The example tables of ITU-T T.81 annex K, which nearly every baseline encoder uses. */
final class JpegTables {
    static final int[] ZIGZAG = {
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63
    };
    static final int[] LUMINANCE = {
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29,
        51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121,
        120, 101, 72, 92, 95, 98, 112, 100, 103, 99
    };
    static final int[] CHROMINANCE = {
        17, 18, 24, 47, 99, 99, 99, 99, 18, 21, 26, 66, 99, 99, 99, 99, 24, 26, 56, 99, 99, 99, 99, 99, 47, 66, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99, 99,
        99, 99, 99, 99, 99, 99, 99, 99
    };
    static final HuffmanTable DC_LUMINANCE = new HuffmanTable(
            new int[] {0, 1, 5, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0},
            new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
    static final HuffmanTable DC_CHROMINANCE = new HuffmanTable(
            new int[] {0, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0},
            new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11});
    static final HuffmanTable AC_LUMINANCE =
            new HuffmanTable(new int[] {0, 2, 1, 3, 3, 2, 4, 3, 5, 5, 4, 4, 0, 0, 1, 0x7D}, hex("""
            01020300041105122131410613516107227114328191A1082342B1C11552D1F02433627282090A161718191A25262728292A343536
            3738393A434445464748494A535455565758595A636465666768696A737475767778797A838485868788898A92939495969798999A
            A2A3A4A5A6A7A8A9AAB2B3B4B5B6B7B8B9BAC2C3C4C5C6C7C8C9CAD2D3D4D5D6D7D8D9DAE1E2E3E4E5E6E7E8E9EAF1F2F3F4F5F6F7
            F8F9FA"""));
    static final HuffmanTable AC_CHROMINANCE =
            new HuffmanTable(new int[] {0, 2, 1, 2, 4, 4, 3, 4, 7, 5, 4, 4, 0, 1, 2, 0x77}, hex("""
            0001020311040521310612415107617113223281081442 91A1B1C109233352F0156272D10A162434E125F11718191A262728292A35
            363738393A434445464748494A535455565758595A636465666768696A737475767778797A82838485868788898A92939495969798
            999AA2A3A4A5A6A7A8A9AAB2B3B4B5B6B7B8B9BAC2C3C4C5C6C7C8C9CAD2D3D4D5D6D7D8D9DAE2E3E4E5E6E7E8E9EAF2F3F4F5F6F7
            F8F9FA"""));

    private JpegTables() {}

    /** The table for a quality of 1 to 100, scaled as the Independent JPEG Group does. */
    static int[] scaled(int[] table, int quality) {
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        int[] scaled = new int[table.length];
        for (int i = 0; i < table.length; i++) {
            scaled[i] = Math.max(1, Math.min(255, (table[i] * percent + 50) / 100));
        }
        return scaled;
    }

    private static int[] hex(String text) {
        String digits = text.replaceAll("\\s", "");
        int[] values = new int[digits.length() / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = Integer.parseInt(digits, 2 * i, 2 * i + 2, 16);
        }
        return values;
    }
}
