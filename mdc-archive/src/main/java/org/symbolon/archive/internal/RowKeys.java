package org.symbolon.archive.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.symbolon.model.OrganisationId;

/**
 * Row keys of the index (docs/format/archive.md): the organisation leads, a zero byte ends it, the identifier follows in
 * UTF-8. Keys that would arrive in ascending order are led by one salt byte, so that new rows spread over regions.
 */
final class RowKeys {
    /** Salt values are 0 to 15; part of the format. */
    static final int SALTS = 16;

    private RowKeys() {}

    static byte[] plain(OrganisationId organisation, String identifier) {
        byte[] org = organisation.value().getBytes(StandardCharsets.US_ASCII);
        byte[] id = identifier.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(org.length + 1 + id.length)
                .put(org)
                .put((byte) 0)
                .put(id)
                .array();
    }

    static byte[] salted(OrganisationId organisation, String identifier) {
        byte[] plain = plain(organisation, identifier);
        int salt = Sha256.of(plain)[0] & (SALTS - 1);
        return ByteBuffer.allocate(plain.length + 1).put((byte) salt).put(plain).array();
    }

    /** Where a salted table is split into so many regions; empty for one. */
    static byte[][] splits(int regions) {
        byte[][] splits = new byte[regions - 1][];
        for (int i = 1; i < regions; i++) {
            splits[i - 1] = new byte[] {(byte) (i * SALTS / regions)};
        }
        return splits;
    }
}
