package org.symbolon.crosswalk;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.symbolon.crosswalk.internal.keys.KeyMaterial;
import org.symbolon.crosswalk.internal.keys.KeyedHash;
import org.symbolon.crosswalk.internal.keys.NumberCipher;
import org.symbolon.crosswalk.internal.keys.Purpose;
import org.symbolon.model.Uid;

/**
 * Pseudonyms that follow from the keys alone, without a store: the same input always gives the same output, with this
 * organisation's keys and no other's. Exact rules: {@code docs/format/pseudonyms.md}. Thread-safe, no I/O.
 */
public final class Pseudonyms {
    private static final int UUID_BYTES = 16;

    private final KeyedHash uids;
    private final KeyedHash blindIndexes;
    private final NumberCipher numbers;

    Pseudonyms(KeyMaterial keys) {
        this.uids = with(keys, Purpose.UID, KeyedHash::new);
        this.blindIndexes = with(keys, Purpose.BLIND_INDEX, KeyedHash::new);
        this.numbers = with(keys, Purpose.NUMBER, NumberCipher::new);
    }

    private static <T> T with(KeyMaterial keys, Purpose purpose, Function<byte[], T> use) {
        byte[] key = keys.derive(purpose);
        try {
            return use.apply(key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /**
     * The UID that stands for this one: {@code 2.25.} and a version 8 UUID (RFC 9562 5.8, PS3.5 B.2) of 122 bits of
     * HMAC-SHA-256. At most 44 characters. A UID that the standard registered, and the empty text, come back as they are. UIDs
     * that name no instance (private SOP classes, coding schemes) are not for this method: the caller knows.
     *
     * @param project keeps projects unlinkable; empty for the hospital's own archive
     * @param uid trimmed of its padding; need not be well formed
     */
    public String uid(String project, String uid) {
        if (uid.isEmpty() || Uid.isRegistered(uid)) {
            return uid;
        }
        byte[] uuid = Arrays.copyOf(uids.hash(project, uid), UUID_BYTES);
        uuid[6] = (byte) ((uuid[6] & 0x0F) | 0x80);
        uuid[8] = (byte) ((uuid[8] & 0x3F) | 0x80);
        return "2.25." + new BigInteger(1, uuid);
    }

    /**
     * The number encrypted with FF1, of the same length, in {@code 0-9A-Z~-._}. Empty where the number is not 4 to 16 symbols
     * of {@code 0-9A-Z/-._}: then only {@link Crosswalk#number}, which serves all, can give a pseudonym.
     *
     * @param issuer of the number, or the clinic where it has none; may be empty
     * @param value trimmed by the caller
     */
    public Optional<String> number(NumberKind kind, String issuer, String value) {
        return numbers.encrypt(kind, issuer, value);
    }

    /** The number that {@link #number} encrypted; empty where the text has not the form of its results. */
    public Optional<String> originalNumber(NumberKind kind, String issuer, String pseudonym) {
        return numbers.decrypt(kind, issuer, pseudonym);
    }

    /**
     * A keyed hash of 32 bytes by which a value can be looked up without being stored.
     *
     * @param purpose keeps indexes of different meaning apart; a constant of the calling code
     */
    public byte[] blindIndex(String purpose, String... parts) {
        return blindIndexes.hash(purpose, parts);
    }
}
