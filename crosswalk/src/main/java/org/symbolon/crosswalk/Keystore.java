package org.symbolon.crosswalk;

import java.io.IOException;
import java.nio.file.Path;
import org.symbolon.crosswalk.internal.keys.KeyMaterial;
import org.symbolon.crosswalk.internal.keys.KeystoreFile;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.Secret;

/**
 * The keys of one organisation, read from its PKCS#12 file ({@code docs/format/keystore.md}). Whoever opens it closes it,
 * after every {@link Crosswalk} that uses it. Thread-safe. Whoever loses the file or its password loses every identity in the
 * crosswalk: it belongs in the backup, apart from the crosswalk itself.
 */
public final class Keystore implements AutoCloseable {
    private final KeyMaterial keys;
    private final Pseudonyms pseudonyms;

    private Keystore(KeyMaterial keys) {
        this.keys = keys;
        this.pseudonyms = new Pseudonyms(keys);
    }

    /**
     * Makes a file with fresh random keys, readable by its owner only, and opens it.
     *
     * @param password at least one character, printable ASCII
     * @throws org.symbolon.model.SymbolonException {@code USAGE} where the file exists already (it is left as it is) or its
     *     folder does not
     */
    public static Keystore create(Path file, Secret password, OrganisationId organisation) throws IOException {
        KeyMaterial keys = KeyMaterial.create(organisation);
        KeystoreFile.create(file, password, keys);
        return new Keystore(keys);
    }

    /**
     * @throws org.symbolon.model.SymbolonException {@code WRONG_KEY} where the password does not open it, {@code NOT_FOUND},
     *     {@code DAMAGED}, or {@code UNSUPPORTED_FORMAT} where a newer version wrote it
     */
    public static Keystore open(Path file, Secret password) throws IOException {
        return new Keystore(KeystoreFile.open(file, password));
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
