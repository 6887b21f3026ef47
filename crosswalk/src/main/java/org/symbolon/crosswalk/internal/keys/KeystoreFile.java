package org.symbolon.crosswalk.internal.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import javax.crypto.spec.PBEParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Secret;
import org.symbolon.model.SymbolonException;

/**
 * The PKCS#12 file around {@link KeyMaterial}: one secret-key entry, encrypted with PBES2 (PBKDF2 with HMAC-SHA-256,
 * AES-256), and a MAC over the whole, both with {@link #ITERATIONS} rounds.
 */
public final class KeystoreFile {
    /** Rounds of PBKDF2 and of the MAC's key derivation: what OWASP recommends for PBKDF2-HMAC-SHA-256. */
    public static final int ITERATIONS = 600_000;

    private static final String ALIAS = "symbolon";
    private static final String PBES2 = "PBEWithHmacSHA256AndAES_256";
    private static final String MAC_ROUNDS = "keystore.pkcs12.macIterationCount";
    private static final String MAC_ALGORITHM = "keystore.pkcs12.macAlgorithm";
    private static final int SALT_BYTES = 20;
    private static final long MAX_FILE_BYTES = 1 << 20;

    private KeystoreFile() {}

    /** Writes a new file; {@code USAGE} where one is there already, which is left as it is. */
    public static void create(Path file, Secret password, KeyMaterial keys) throws IOException {
        NewFile.write(file, encrypted(password, keys));
    }

    /** Writes a file in the place of another: after a crash either the old one is there, or the new one, whole. */
    public static void replace(Path file, Secret password, KeyMaterial keys) throws IOException {
        NewFile.replace(file, encrypted(password, keys));
    }

    private static byte[] encrypted(Secret password, KeyMaterial keys) throws IOException {
        char[] characters = password.copy();
        try {
            requireUsable(characters);
            return encrypt(keys, characters);
        } catch (GeneralSecurityException e) {
            throw new SymbolonException(ErrorCode.INTERNAL, "This Java cannot write a PKCS#12 keystore", e);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    /** Reads a file; {@code WRONG_KEY} where the password does not open it, {@code DAMAGED} where it is no such keystore. */
    public static KeyMaterial open(Path file, Secret password) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new SymbolonException(ErrorCode.NOT_FOUND, "There is no keystore file at the given place");
        }
        if (Files.size(file) > MAX_FILE_BYTES) {
            throw new SymbolonException(
                    ErrorCode.DAMAGED, "The file is longer than any keystore of Symbolon (" + MAX_FILE_BYTES + ")");
        }
        char[] characters = password.copy();
        byte[] encoded = new byte[0];
        try {
            requireUsable(characters);
            encoded = decrypt(Files.readAllBytes(file), characters);
            return KeyMaterial.decode(encoded);
        } finally {
            Arrays.fill(characters, '\0');
            Arrays.fill(encoded, (byte) 0);
        }
    }

    /** The MAC's rounds can only be given to the JDK as a security property, hence the lock and the restoring. */
    private static synchronized byte[] encrypt(KeyMaterial keys, char[] password)
            throws GeneralSecurityException, IOException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        byte[] encoded = keys.encode();
        String rounds = Security.getProperty(MAC_ROUNDS);
        String algorithm = Security.getProperty(MAC_ALGORITHM);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setEntry(
                    ALIAS,
                    new KeyStore.SecretKeyEntry(new SecretKeySpec(encoded, "AES")),
                    new KeyStore.PasswordProtection(password, PBES2, new PBEParameterSpec(salt, ITERATIONS)));
            Security.setProperty(MAC_ROUNDS, Integer.toString(ITERATIONS));
            Security.setProperty(MAC_ALGORITHM, "HmacPBESHA256");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, password);
            return bytes.toByteArray();
        } finally {
            Arrays.fill(encoded, (byte) 0);
            Security.setProperty(MAC_ROUNDS, rounds == null ? "" : rounds);
            Security.setProperty(MAC_ALGORITHM, algorithm == null ? "" : algorithm);
        }
    }

    private static byte[] decrypt(byte[] file, char[] password) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(file), password);
            Key key = store.getKey(ALIAS, password);
            if (key == null) {
                throw new SymbolonException(ErrorCode.DAMAGED, "The PKCS#12 file holds no keys of Symbolon");
            }
            return key.getEncoded();
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new SymbolonException(
                        ErrorCode.WRONG_KEY, "The password does not open the keystore, or the file was changed", e);
            }
            throw new SymbolonException(ErrorCode.DAMAGED, "The file is no readable PKCS#12 keystore", e);
        } catch (GeneralSecurityException e) {
            throw new SymbolonException(ErrorCode.DAMAGED, "The keystore's entry cannot be read", e);
        }
    }

    /** The JDK's PBES2 takes printable ASCII only; better said here than failed later. */
    private static void requireUsable(char[] password) {
        boolean usable = password.length > 0;
        for (char c : password) {
            usable &= c >= 0x20 && c <= 0x7E;
        }
        if (!usable) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION,
                    "A keystore password has at least one character, and printable ASCII ones only");
        }
    }
}
