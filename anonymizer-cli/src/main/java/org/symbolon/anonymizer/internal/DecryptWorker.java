package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.symbolon.deidentification.Durability;
import org.symbolon.deidentification.encryption.ModifiedAttributes;
import org.symbolon.deidentification.encryption.RecipientKey;
import org.symbolon.deidentification.splice.Digests;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.Uid;

/** Writes copies of files with the originals that travel in them, encrypted. */
public final class DecryptWorker implements FileRun.Worker {
    private static final int BUFFER_BYTES = 64 << 10;

    private final FileRun run;
    private final RecipientKey key;
    private final OutputNames names;

    public DecryptWorker(FileRun run, RecipientKey key, OutputNames names) {
        this.run = run;
        this.key = key;
        this.names = names;
    }

    @Override
    public void take(Path file) throws IOException {
        ModifiedAttributes originals = ModifiedAttributes.open(file, key);
        Path out = names.object(
                uid(originals, Tags.StudyInstanceUID),
                uid(originals, Tags.SeriesInstanceUID),
                uid(originals, Tags.SOPInstanceUID),
                digest(file),
                existing -> false);
        originals.write(out, Durability.WHEN_CONVENIENT);
        names.written(out);
        run.count(1, Files.size(file));
    }

    /** It becomes a name of a file or folder, and whoever encrypted it is not known. */
    private static String uid(ModifiedAttributes originals, int tag) throws IOException {
        String uid = originals.text(tag);
        if (!Uid.isUid(uid)) {
            throw new SymbolonException(
                    ErrorCode.MISSING_UID, Tag.format(tag) + " is absent, empty or no UID (PS3.5 section 9.1)");
        }
        return uid;
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Digests.sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return Digests.hex(digest);
    }

    /** Each object may be for another recipient. */
    @Override
    public boolean refusesWith(ErrorCode code) {
        return code == ErrorCode.WRONG_KEY;
    }

    @Override
    public void finish() {
        // Every file is written as it is taken.
    }

    @Override
    public void close() {
        // Nothing stays open between files.
    }
}
