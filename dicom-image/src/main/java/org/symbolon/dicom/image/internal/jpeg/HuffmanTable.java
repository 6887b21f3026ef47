package org.symbolon.dicom.image.internal.jpeg;

/** A Huffman table (T.81 annex C), with a look-up of the short codes. */
final class HuffmanTable {
    private static final int FAST_BITS = 9;
    private static final int MAX_BITS = 16;

    private final int[] values;
    /** For each length the code behind its last one, left-aligned to 16 bits; and what to add to a code to get its index. */
    private final int[] limit = new int[MAX_BITS + 1];

    private final int[] indexOffset = new int[MAX_BITS + 1];
    /** Length and value of the code that begins with these bits; 0 where it is longer. */
    private final short[] fast = new short[1 << FAST_BITS];

    private HuffmanTable(int[] values) {
        this.values = values;
    }

    /** Reads BITS and HUFFVAL (T.81 B.2.4.2); 16 bytes are known to be there. */
    static HuffmanTable read(byte[] bytes, int start, int end) {
        int total = 0;
        for (int i = 0; i < MAX_BITS; i++) {
            total += bytes[start + i] & 0xFF;
        }
        if (total > 256 || start + MAX_BITS + total > end) {
            throw JpegCodestream.corrupt("A Huffman table longer than its segment");
        }
        int[] values = new int[total];
        for (int i = 0; i < total; i++) {
            values[i] = bytes[start + MAX_BITS + i] & 0xFF;
        }
        HuffmanTable table = new HuffmanTable(values);
        table.build(bytes, start);
        return table;
    }

    int size() {
        return values.length;
    }

    int decode(BitReader bits) {
        int ahead = bits.peek(MAX_BITS);
        int entry = fast[ahead >>> (MAX_BITS - FAST_BITS)];
        if (entry != 0) {
            bits.drop(entry >>> 8);
            return entry & 0xFF;
        }
        for (int length = 1; length <= MAX_BITS; length++) {
            if (ahead < limit[length]) {
                bits.drop(length);
                return values[(ahead >>> (MAX_BITS - length)) + indexOffset[length]];
            }
        }
        throw JpegCodestream.corrupt("A Huffman code that is in no table");
    }

    private void build(byte[] bytes, int start) {
        int code = 0;
        int index = 0;
        for (int length = 1; length <= MAX_BITS; length++) {
            int count = bytes[start + length - 1] & 0xFF;
            if (code + count > 1 << length) {
                throw JpegCodestream.corrupt("A Huffman table with more codes than its lengths allow");
            }
            indexOffset[length] = index - code;
            for (int i = 0; i < count && length <= FAST_BITS; i++) {
                fill((code + i) << (FAST_BITS - length), FAST_BITS - length, length << 8 | values[index + i]);
            }
            code += count;
            index += count;
            limit[length] = count == 0 ? 0 : code << (MAX_BITS - length);
            code <<= 1;
        }
    }

    private void fill(int first, int freeBits, int entry) {
        for (int i = 0; i < 1 << freeBits; i++) {
            fast[first + i] = (short) entry;
        }
    }
}
