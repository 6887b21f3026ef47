package org.symbolon.dicom;

import java.util.List;

/**
 * An element of a {@link DataSet}: bytes, or items, or fragments, in memory or left on disk. Numbers in the bytes are little endian, whatever the
 * transfer syntax they came in. The arrays and lists are not copied: treat them as immutable.
 */
public sealed interface Element {
    int tag();

    Vr vr();

    /** What to do with each kind of element. */
    interface Visitor<T, X extends Exception> {
        T value(Value element) throws X;

        T sequence(Sequence element) throws X;

        T fragments(Fragments element) throws X;

        T large(Large element) throws X;

        T largeFragments(LargeFragments element) throws X;
    }

    <T, X extends Exception> T accept(Visitor<T, X> visitor) throws X;

    /** An element with a value, which may be empty. */
    final class Value implements Element {
        private final int tag;
        private final Vr vr;
        private final byte[] bytes;

        public Value(int tag, Vr vr, byte[] bytes) {
            this.tag = tag;
            this.vr = vr;
            this.bytes = bytes;
        }

        @Override
        public int tag() {
            return tag;
        }

        @Override
        public Vr vr() {
            return vr;
        }

        public byte[] bytes() {
            return bytes;
        }

        @Override
        public <T, X extends Exception> T accept(Visitor<T, X> visitor) throws X {
            return visitor.value(this);
        }
    }

    /** A sequence of items. */
    record Sequence(int tag, List<DataSet> items) implements Element {
        @Override
        public Vr vr() {
            return Vr.SQ;
        }

        @Override
        public <T, X extends Exception> T accept(Visitor<T, X> visitor) throws X {
            return visitor.sequence(this);
        }
    }

    /** Encapsulated pixel data; the first fragment is the basic offset table, which may be empty (PS3.5 A.4). */
    record Fragments(int tag, Vr vr, List<byte[]> fragments) implements Element {
        @Override
        public <T, X extends Exception> T accept(Visitor<T, X> visitor) throws X {
            return visitor.fragments(this);
        }
    }

    /** An element whose value stayed on disk ({@link ReaderOptions#largeValuesAbove}). */
    record Large(int tag, Vr vr, LargeValue value) implements Element {
        @Override
        public <T, X extends Exception> T accept(Visitor<T, X> visitor) throws X {
            return visitor.large(this);
        }
    }

    /** Encapsulated pixel data that stayed on disk; otherwise as {@link Fragments}. */
    record LargeFragments(int tag, Vr vr, List<LargeValue> fragments) implements Element {
        @Override
        public <T, X extends Exception> T accept(Visitor<T, X> visitor) throws X {
            return visitor.largeFragments(this);
        }
    }
}
