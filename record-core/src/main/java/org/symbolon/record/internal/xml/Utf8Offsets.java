package org.symbolon.record.internal.xml;

/** Walks through UTF-8 bytes in step with the characters that {@link Utf8#decode} made of them. Not thread-safe. */
final class Utf8Offsets implements ByteOffsets {
    private final byte[] bytes;
    private int character;
    private int offset;

    Utf8Offsets(byte[] bytes, int from) {
        this.bytes = bytes;
        this.offset = from;
    }

    @Override
    public int of(int wanted) {
        if (wanted < character) {
            throw new IllegalArgumentException("Characters are asked for in their order");
        }
        while (character < wanted) {
            int length = Utf8.sequence(bytes, offset);
            offset += Math.max(1, length);
            character += length == 4 ? 2 : 1;
        }
        return offset;
    }
}
