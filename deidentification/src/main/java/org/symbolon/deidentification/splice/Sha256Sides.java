package org.symbolon.deidentification.splice;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/** SHA-256 of both sides of a splice. */
final class Sha256Sides implements ObjectDigests.Sides {
    private final MessageDigest source = Digests.sha256();
    private final MessageDigest result = Digests.sha256();

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
        source.update(bytes.duplicate());
        result.update(bytes);
    }

    @Override
    public Digests end() {
        return new Digests(Digests.hex(source), Digests.hex(result));
    }
}
