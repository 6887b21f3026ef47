package org.symbolon.crosswalk;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
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
    /** Symbols of a {@link #hash}; it fits value representation SH. */
    public static final int HASH_SYMBOLS = 16;

    private static final int UUID_BYTES = 16;
    private static final String LETTERS_AND_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String PSEUDONYM_SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final KeyedHash uids;
    private final KeyedHash hashes;
    private final KeyedHash projectPatients;
    private final SecretKey digestKey;
    private final KeyedHash blindIndexes;
    private final NumberCipher numbers;

    Pseudonyms(KeyMaterial keys) {
        this.uids = with(keys, Purpose.UID, KeyedHash::new);
        this.hashes = with(keys, Purpose.HASH, KeyedHash::new);
        this.projectPatients = with(keys, Purpose.PROJECT_PATIENT, KeyedHash::new);
        this.digestKey = with(keys, Purpose.DIGEST, key -> new SecretKeySpec(key, "AES"));
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
     * What stands for a value that is hashed: {@link #HASH_SYMBOLS} symbols of {@code 0-9A-Z}, 82 bits of HMAC-SHA-256. The
     * empty value stays empty.
     *
     * @param purpose keeps values of different meaning apart; a constant of the calling code or the profile
     * @param project keeps projects unlinkable; empty for the hospital's own archive
     * @param value trimmed by the caller
     */
    public String hash(String purpose, String project, String value) {
        return value.isEmpty() ? "" : symbols(hashes.hash(purpose, project, value), LETTERS_AND_DIGITS);
    }

    /**
     * The pseudonym of the same patient within a project, of the form of {@link PatientPseudonym#id}: two projects cannot tell
     * that they have the same patient. In the hospital's own archive, whose project is empty, the pseudonym stays as it is.
     */
    public String projectPatient(String project, String pseudonym) {
        return project.isEmpty() ? pseudonym : symbols(projectPatients.hash(project, pseudonym), PSEUDONYM_SYMBOLS);
    }

    /** The first 16 bytes as a number, its lowest 16 digits in the base of that many symbols, the highest first. */
    private static String symbols(byte[] hash, String symbols) {
        BigInteger base = BigInteger.valueOf(symbols.length());
        BigInteger rest = new BigInteger(1, Arrays.copyOf(hash, UUID_BYTES));
        char[] text = new char[HASH_SYMBOLS];
        for (int i = HASH_SYMBOLS - 1; i >= 0; i--) {
            BigInteger[] step = rest.divideAndRemainder(base);
            text[i] = symbols.charAt(step[1].intValue());
            rest = step[0];
        }
        return new String(text);
    }

    /**
     * An AES-256 key for keyed digests of files, for {@code Cipher} and {@code Mac} only: whoever has it can make files that
     * have a given digest. It is the same as long as the keystore lives, and for nothing but digests.
     */
    public SecretKey digestKey() {
        return digestKey;
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
