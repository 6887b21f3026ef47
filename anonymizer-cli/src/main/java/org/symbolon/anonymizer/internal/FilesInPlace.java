package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.deidentification.Durability;
import org.symbolon.deidentification.digest.DigestKey;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Anonymous files where the originals were: each is on disk as a whole before it takes the original's place, and the identity half
 * was on disk before that. So a file is always either the original or anonymous, and whether it is anonymous already is told by
 * the crosswalk, which has its other half.
 */
public final class FilesInPlace implements AnonymousFiles {
    private final Crosswalk crosswalk;
    private final DigestKey digestKey;

    private record Looked(boolean isDone, long originalLength) implements Ticket {}

    public FilesInPlace(Crosswalk crosswalk, DigestKey digestKey) {
        this.crosswalk = crosswalk;
        this.digestKey = digestKey;
    }

    @Override
    public Ticket ticket(Path original) throws IOException {
        return new Looked(hasOtherHalf(original), Files.size(original));
    }

    private boolean hasOtherHalf(Path file) throws IOException {
        try {
            for (ObjectKeys.Supplier key : ObjectKeys.of(file, digestKey)) {
                if (!crosswalk.halves(key.get()).isEmpty()) {
                    return true;
                }
            }
            return false;
        } catch (SymbolonException e) {
            // what has no key is no result of ours; parting will say what is wrong with it
            if (e.code() == ErrorCode.HALVES_DO_NOT_MATCH || e.code() == ErrorCode.MISSING_UID) {
                return false;
            }
            throw e;
        }
    }

    /** They are written when they are forced to disk. */
    @Override
    public @Nullable Path staging() {
        return null;
    }

    @Override
    public void write(List<Item> items) throws IOException {
        for (Item item : items) {
            item.parted().write(item.original(), Durability.ON_DISK);
        }
    }
}
