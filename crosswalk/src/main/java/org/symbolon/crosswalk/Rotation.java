package org.symbolon.crosswalk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.symbolon.crosswalk.internal.keys.KeyMaterial;
import org.symbolon.crosswalk.internal.keys.KeystoreFile;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Secret;
import org.symbolon.model.SymbolonException;

/**
 * Rotates the wrapping key, in steps each of which leaves everything readable: the new key is durable in the file before the
 * first patient's key is wrapped with it, and the old one goes when the last was. The crosswalks are locked all the time.
 */
final class Rotation {
    private final Path file;
    private final Secret password;

    Rotation(Path file, Secret password) {
        this.file = file;
        this.password = password;
    }

    RotationSummary run(Collection<Path> folders) throws IOException {
        if (folders.isEmpty()) {
            throw new SymbolonException(
                    ErrorCode.USAGE,
                    "A rotation needs the crosswalks of the keystore: those left out could not be read");
        }
        Deque<Crosswalk> crosswalks = new ArrayDeque<>();
        try (KeyMaterial present = KeystoreFile.open(file, password)) {
            for (Path folder : folders) {
                crosswalks.push(Crosswalk.openExisting(folder, new Keystore(present)));
            }
            return rotate(present, List.copyOf(crosswalks));
        } finally {
            crosswalks.forEach(Crosswalk::close);
        }
    }

    private RotationSummary rotate(KeyMaterial present, List<Crosswalk> crosswalks) throws IOException {
        boolean resumed = crosswalks.stream().anyMatch(crosswalk -> !crosswalk.isWrappedWith(present));
        try (KeyMaterial rotated = resumed ? present.copy() : present.withNewWrappingKey()) {
            if (!resumed) {
                KeystoreFile.replace(file, password, rotated);
            }
            long patients = 0;
            for (Crosswalk crosswalk : crosswalks) {
                patients += crosswalk.rewrap(rotated);
            }
            int old = rotated.wrappingKeys().size() - 1;
            try (KeyMaterial last = rotated.withoutOldWrappingKeys()) {
                KeystoreFile.replace(file, password, last);
            }
            return new RotationSummary(rotated.currentWrappingKey(), resumed, patients, old);
        }
    }
}
