package org.symbolon.deidentification.digest;

import java.io.IOException;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.deidentification.splice.ObjectDigests;
import org.symbolon.deidentification.splice.Splice;
import org.symbolon.deidentification.splice.SpliceSides;

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
    public Digests of(Splice result) throws IOException {
        Sides sides = new Sides(key.digest(result.sourceSize()), key.digest(result.resultLength()));
        result.walk(sides);
        return new Digests(Digests.hex(sides.source), Digests.hex(sides.result));
    }

    private final class Sides implements SpliceSides {
        private final KeyedDigest source;
        private final KeyedDigest result;
        private final byte[] hash = new byte[BlockHash.HASH_BYTES];

        Sides(KeyedDigest source, KeyedDigest result) {
            this.source = source;
            this.result = result;
        }

        @Override
        public void removed(byte[] bytes, int from, int length) {
            source.update(bytes, from, length);
        }

        @Override
        public void brought(byte[] bytes, int from, int length) {
            result.update(bytes, from, length);
        }

        @Override
        public void kept(byte[] bytes, int from, int length) {
            int until = source.untilBlock();
            if (until != result.untilBlock() || length < until + BlockHash.BLOCK_BYTES) {
                both(bytes, from, length);
                return;
            }
            both(bytes, from, until);
            int position = from + until;
            int end = from + length;
            for (; end - position >= BlockHash.BLOCK_BYTES; position += BlockHash.BLOCK_BYTES) {
                key.blocks().hash(bytes, position, hash, 0);
                source.addHash(hash);
                result.addHash(hash);
            }
            both(bytes, position, end - position);
        }

        private void both(byte[] bytes, int from, int length) {
            source.update(bytes, from, length);
            result.update(bytes, from, length);
        }
    }
}
