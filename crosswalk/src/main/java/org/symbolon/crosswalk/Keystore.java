package org.symbolon.crosswalk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.symbolon.crosswalk.internal.keys.Escrow;
import org.symbolon.crosswalk.internal.keys.KeyMaterial;
import org.symbolon.crosswalk.internal.keys.KeystoreFile;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.Secret;
import org.symbolon.model.SymbolonException;

/**
 * The keys of one organisation, read from its PKCS#12 file ({@code docs/format/keystore.md}). Whoever opens it closes it,
 * after every {@link Crosswalk} that uses it. Thread-safe. Whoever loses the file or its password loses every identity in the
 * crosswalk: it belongs in the backup, apart from the crosswalk itself.
 */
public final class Keystore implements AutoCloseable {
    private final KeyMaterial keys;
    private final Pseudonyms pseudonyms;

    Keystore(KeyMaterial keys) {
        this.keys = keys;
        this.pseudonyms = new Pseudonyms(keys);
    }

    /**
     * Makes a file with fresh random keys, readable by its owner only, and opens it.
     *
     * @param password at least one character, printable ASCII
     * @throws SymbolonException {@code USAGE} where the file exists already (it is left as it is) or its
     *     folder does not
     */
    public static Keystore create(Path file, Secret password, OrganisationId organisation) throws IOException {
        KeyMaterial keys = KeyMaterial.create(organisation);
        KeystoreFile.create(file, password, keys);
        return new Keystore(keys);
    }

    /**
     * @throws SymbolonException {@code WRONG_KEY} where the password does not open it, {@code NOT_FOUND},
     *     {@code DAMAGED}, or {@code UNSUPPORTED_FORMAT} where a newer version wrote it
     */
    public static Keystore open(Path file, Secret password) throws IOException {
        return new Keystore(KeystoreFile.open(file, password));
    }

    /**
     * Gives the file another password; the keys stay as they are.
     *
     * @throws SymbolonException as {@link #open}; then the file is as it was
     */
    public static void changePassword(Path file, Secret password, Secret newPassword) throws IOException {
        try (KeyMaterial keys = KeystoreFile.open(file, password)) {
            KeystoreFile.replace(file, newPassword, keys);
        }
    }

    /**
     * Puts a new wrapping key in use, wraps every patient's key of these crosswalks with it, and drops the old ones. Pseudonyms,
     * identity halves and the archive stay as they are. It may be killed at any moment: run again, it goes on where it was, and
     * meanwhile everything opens with the file as it is. No other process may write to the crosswalks, and readers have to
     * open the keystore anew.
     *
     * @param crosswalks the folders of <em>all</em> crosswalks of this keystore: patients of one that is left out cannot be
     *     read any more when the old keys are gone
     * @throws SymbolonException as {@link #open} and {@link Crosswalk#open}
     */
    public static RotationSummary rotate(Path file, Secret password, Collection<Path> crosswalks) throws IOException {
        return new Rotation(file, password).run(crosswalks);
    }

    /**
     * Makes the file anew from two of the shares of {@link #split}, and opens it.
     *
     * @param password of the new file
     * @throws SymbolonException {@code HALVES_DO_NOT_MATCH} where they are not two different shares of one
     *     splitting, {@code USAGE} where the file exists already
     */
    public static Keystore restore(Path file, Secret password, KeystoreShare first, KeystoreShare second)
            throws IOException {
        if (!first.isOfOneSplittingWith(second)) {
            throw new SymbolonException(
                    ErrorCode.HALVES_DO_NOT_MATCH, "The two shares are not different shares of one splitting");
        }
        KeyMaterial keys = Escrow.join(first.number(), first.bytes(), second.number(), second.bytes());
        KeystoreFile.create(file, password, keys);
        return new Keystore(keys);
    }

    /**
     * Three shares of all keys, of which any two give the keystore back. They are of the wrapping keys of this moment: after a
     * rotation there have to be new ones.
     */
    public List<KeystoreShare> split() {
        return KeystoreShare.of(Escrow.split(keys));
    }

    /** What may be told. */
    public KeystoreInfo info() {
        byte[] fingerprint = Arrays.copyOf(
                pseudonyms.blindIndex("fingerprint", organisation().value()), 8);
        return new KeystoreInfo(
                organisation(), HexFormat.of().formatHex(fingerprint), keys.currentWrappingKey(), keys.wrappingKeys());
    }

    /** Whose keys these are. */
    public OrganisationId organisation() {
        return keys.organisation();
    }

    /** What can be computed without a store. */
    public Pseudonyms pseudonyms() {
        return pseudonyms;
    }

    KeyMaterial keys() {
        return keys;
    }

    /** Wipes the keys. */
    @Override
    public void close() {
        keys.close();
    }
}
