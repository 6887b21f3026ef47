package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.Arrays;
import org.symbolon.dicom.image.internal.jpeg2000.TileStream.Range;

/** Reads the packets of a tile one after the other and hands their bytes to the code-blocks (T.800 B.9, B.10). */
final class PacketReader {
    private static final int MAX_ZERO_PLANES = 76;
    private static final int MAX_LENGTH_BITS = 31;

    private final byte[] bytes;
    private final int end;
    private final boolean packed;
    private final HeaderBits bits;
    private int at;
    private int packets;
    private Contribution[] contributions = new Contribution[64];
    private int contributionCount;

    /** What a packet brings for a codeword segment. */
    private record Contribution(CodewordSegment segment, int passes, int length) {}

    PacketReader(TileStream stream) {
        Range body = stream.body();
        bytes = body.bytes();
        at = body.start();
        end = body.end();
        packed = stream.hasPackedHeaders();
        bits = new HeaderBits(packed ? stream.packedHeaders() : body);
    }

    /** The bytes that code-blocks refer to. */
    byte[] bytes() {
        return bytes;
    }

    /** How many packets were read. */
    int packets() {
        return packets;
    }

    /**
     * Reads one packet.
     *
     * @throws org.symbolon.dicom.image.ImageException TRUNCATED where it is not there as a whole; the code-blocks have what is
     */
    void read(Precinct precinct, int layer, BlockStyle style) {
        skipMarker(0x91, 6);
        bits.start(packed ? bits.position() : at);
        contributionCount = 0;
        if (bits.bit() == 1) {
            for (Precinct.Band band : precinct.bands()) {
                readHeader(band, layer, style);
            }
        }
        int behind = bits.finish();
        if (packed) {
            bits.skipMarker(0x92, 2);
        } else {
            at = behind;
            skipMarker(0x92, 2);
        }
        takeBody();
        precinct.layerRead();
        packets++;
    }

    /** SOP and EPH (T.800 A.8), used or not as COD says: no packet header or body begins like them. */
    private void skipMarker(int marker, int length) {
        if (at + 1 < end && bytes[at] == (byte) 0xFF && bytes[at + 1] == (byte) marker) {
            at = Math.min(end, at + length);
        }
    }

    private void readHeader(Precinct.Band band, int layer, BlockStyle style) {
        CodeBlock[] blocks = band.blocks();
        for (int row = 0; row < band.rows(); row++) {
            for (int column = 0; column < band.columns(); column++) {
                int index = row * band.columns() + column;
                if (blocks[index] != null) {
                    if (bits.bit() == 1) {
                        readPasses(blocks[index], style);
                    }
                } else if (band.inclusion().isBelow(column, row, layer + 1, bits)) {
                    int zeroPlanes = 0;
                    while (!band.zeroPlanes().isBelow(column, row, zeroPlanes + 1, bits)) {
                        zeroPlanes++;
                        if (zeroPlanes > MAX_ZERO_PLANES) {
                            throw Faults.corrupt("A code-block with more planes than there are");
                        }
                    }
                    blocks[index] = new CodeBlock(band.blockArea(column, row), zeroPlanes);
                    readPasses(blocks[index], style);
                }
            }
        }
    }

    private void readPasses(CodeBlock block, BlockStyle style) {
        int passes = passes();
        block.widenLength(bits.ones(MAX_LENGTH_BITS));
        if (block.lengthBits() > MAX_LENGTH_BITS) {
            throw Faults.corrupt("A code-block length of more than 31 bits");
        }
        while (passes > 0) {
            CodewordSegment segment = block.openSegment(style, passes);
            int taken = Math.min(passes, segment.maxPasses() - segment.passes());
            int lengthBits = block.lengthBits() + 31 - Integer.numberOfLeadingZeros(taken);
            if (lengthBits > MAX_LENGTH_BITS) {
                throw Faults.corrupt("A code-block length of more than 31 bits");
            }
            add(new Contribution(segment, taken, bits.bits(lengthBits)));
            segment.add(taken);
            passes -= taken;
        }
    }

    /** The number of coding passes (T.800 table B.4). */
    private int passes() {
        int ones = bits.ones(2);
        if (ones < 2) {
            return ones + 1;
        }
        int few = bits.bits(2);
        if (few < 3) {
            return few + 3;
        }
        int more = bits.bits(5);
        return more < 31 ? more + 6 : bits.bits(7) + 37;
    }

    private void add(Contribution contribution) {
        if (contributionCount == contributions.length) {
            contributions = Arrays.copyOf(contributions, 2 * contributionCount);
        }
        contributions[contributionCount++] = contribution;
    }

    private void takeBody() {
        for (int i = 0; i < contributionCount; i++) {
            Contribution next = contributions[i];
            if (next.length() > end - at) {
                // Passes without bytes would decode to noise.
                for (int rest = i; rest < contributionCount; rest++) {
                    contributions[rest].segment().cut(contributions[rest].passes());
                }
                throw Faults.truncated();
            }
            next.segment().addBytes(at, next.length());
            at += next.length();
        }
    }
}
