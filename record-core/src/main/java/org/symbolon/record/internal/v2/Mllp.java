package org.symbolon.record.internal.v2;

/** Framing bytes of the minimal lower layer protocol; a captured file may still have them around its messages. */
final class Mllp {
    static final byte START = 0x0B;
    static final byte END = 0x1C;

    private Mllp() {}
}
