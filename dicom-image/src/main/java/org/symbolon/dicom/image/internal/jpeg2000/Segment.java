package org.symbolon.dicom.image.internal.jpeg2000;

/** The parameters of one marker segment, read from the front; reading past its end is corruption. */
final class Segment {
    private final byte[] bytes;
    private int at;
    private final int end;

    Segment(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    int remaining() {
        return end - at;
    }

    int position() {
        return at;
    }

    int uint8() {
        if (at >= end) {
            throw Faults.corrupt("A marker segment that is too short");
        }
        return bytes[at++] & 0xFF;
    }

    int uint16() {
        return uint8() << 8 | uint8();
    }

    long uint32() {
        return (long) uint16() << 16 | uint16();
    }

    /** A component index: one byte up to 256 components, else two (T.800 A.6.2). */
    int component(int components) {
        int index = components < 257 ? uint8() : uint16();
        if (index >= components) {
            throw Faults.corrupt("A marker segment about a component that the image does not have");
        }
        return index;
    }
}
