package org.symbolon.crosswalk.internal.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.crosswalk.internal.keys.DigestCipher;
import org.symbolon.crosswalk.internal.keys.KeyMaterial;
import org.symbolon.crosswalk.internal.keys.Purpose;

/**
 * The indexes of packed halves. A digest is encrypted by a permutation: the first 16 bytes of the result stand in the database,
 * where the object is looked up by them, the rest is sealed, and together they give the digest back, which so takes no room of
 * its own. Thread-safe.
 */
final class DigestIndexes {
    /** Bytes that stand in the database. */
    static final int INDEX_BYTES = 16;

    private static final byte[] ORIGINAL_TWEAK = "original".getBytes(StandardCharsets.US_ASCII);

    private final DigestCipher cipher;
    private final BlindIndexes indexes;

    DigestIndexes(KeyMaterial keys, BlindIndexes indexes) {
        byte[] key = keys.derive(Purpose.DIGEST_INDEX);
        this.cipher = new DigestCipher(key);
        this.indexes = indexes;
        Arrays.fill(key, (byte) 0);
    }

    /** Of the digest of the anonymous data set, tweaked with the three UIDs. */
    byte[] object(ObjectKey key) {
        return cipher.encrypt(digest(key.dataSetDigest()), tweak(key.studyUid(), key.seriesUid(), key.sopUid()));
    }

    byte[] original(String originalDigest) {
        return cipher.encrypt(digest(originalDigest), ORIGINAL_TWEAK);
    }

    ObjectKey objectKey(String studyUid, String seriesUid, String sopUid, byte[] encrypted) {
        byte[] digest = cipher.decrypt(encrypted, tweak(studyUid, seriesUid, sopUid));
        return new ObjectKey(studyUid, seriesUid, sopUid, HexFormat.of().formatHex(digest));
    }

    String originalDigest(byte[] encrypted) {
        return HexFormat.of().formatHex(cipher.decrypt(encrypted, ORIGINAL_TWEAK));
    }

    static byte[] index(byte[] encrypted) {
        return Arrays.copyOf(encrypted, INDEX_BYTES);
    }

    private byte[] tweak(String studyUid, String seriesUid, String sopUid) {
        return indexes.packedObject(studyUid, seriesUid, sopUid);
    }

    private static byte[] digest(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }
}
