package org.symbolon.deidentification.digest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.deidentification.splice.ObjectDigests;
import org.symbolon.deidentification.splice.Splice;

/**
 * Keyed digests of both sides of a splice, 32 hexadecimal digits each. Blocks that both sides have, at the same distance from
 * the end, are hashed once: of an image whose header alone is edited, the pixels. Thread-safe.
 */
public final class KeyedDigests implements ObjectDigests {
    private final DigestKey key;

    public KeyedDigests(DigestKey key) {
        this.key = key;
    }

    @Override
    public Sides begin(Splice splice) {
        return new BothSides(key.digest(splice.sourceSize()), key.digest(splice.resultLength()));
    }

    private final class BothSides implements Sides {
        private final KeyedDigest source;
        private final KeyedDigest result;
        private final long[] block = new long[BlockHash.words()];
        private final byte[] hash = new byte[BlockHash.HASH_BYTES];

        BothSides(KeyedDigest source, KeyedDigest result) {
            this.source = source;
            this.result = result;
        }

        @Override
        public void removed(ByteBuffer bytes) {
            source.update(bytes);
        }

        @Override
        public void brought(ByteBuffer bytes) {
            result.update(bytes);
        }

        @Override
        public void kept(ByteBuffer bytes) {
            int until = source.untilBlock();
            if (until != result.untilBlock() || bytes.remaining() < until + BlockHash.BLOCK_BYTES) {
                both(bytes);
                return;
            }
            int end = bytes.limit();
            both(bytes.limit(bytes.position() + until));
            bytes.limit(end);
            LongBuffer words = bytes.slice().order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
            while (words.remaining() >= block.length) {
                words.get(block);
                key.blocks().hash(block, hash, 0);
                source.addHash(hash);
                result.addHash(hash);
            }
            bytes.position(bytes.position() + words.position() * Long.BYTES);
            both(bytes);
        }

        private void both(ByteBuffer bytes) {
            source.update(bytes.duplicate());
            result.update(bytes);
        }

        @Override
        public Digests end() {
            return new Digests(Digests.hex(source), Digests.hex(result));
        }
    }
}
