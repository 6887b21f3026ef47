package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.deidentification.Durability;
import org.symbolon.deidentification.Reidentifier;
import org.symbolon.deidentification.digest.DigestKey;
import org.symbolon.deidentification.text.RecordReidentifier;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Looks up the identity halves of anonymous files and writes every original that each has. */
public final class PersonalizeWorker implements FileRun.Worker {
    private final FileRun run;
    private final Crosswalk crosswalk;
    private final OutputNames names;
    private final DigestKey digestKey;
    private final Reidentifier objects;
    private final RecordReidentifier records = new RecordReidentifier();

    public PersonalizeWorker(FileRun run, Crosswalk crosswalk, OutputNames names, DigestKey digestKey) {
        this.run = run;
        this.crosswalk = crosswalk;
        this.names = names;
        this.digestKey = digestKey;
        this.objects = new Reidentifier(digestKey);
    }

    @Override
    public void take(Path file) throws IOException {
        List<IdentityHalf> halves = halves(file);
        for (IdentityHalf half : halves) {
            Path out = name(file, half);
            if (half.key().isDocument()) {
                records.personalise(Files.readAllBytes(file), half, out, Durability.WHEN_CONVENIENT);
            } else {
                objects.personalise(file, half, out, Durability.WHEN_CONVENIENT);
            }
            names.written(out);
            run.count(1, 0);
        }
        run.count(0, Files.size(file));
    }

    private List<IdentityHalf> halves(Path file) throws IOException {
        for (ObjectKeys.Supplier key : ObjectKeys.of(file, digestKey)) {
            List<IdentityHalf> halves = crosswalk.halves(key.get());
            if (!halves.isEmpty()) {
                return halves;
            }
        }
        throw new SymbolonException(ErrorCode.NOT_FOUND, "The crosswalk has no identity half for this file");
    }

    /** A record's identifiers may be anything, so its original is named by its digest. */
    private Path name(Path file, IdentityHalf half) throws IOException {
        String digest = half.originalDigest();
        if (half.key().isDocument()) {
            String name = String.valueOf(file.getFileName());
            return names.record(digest, name.substring(name.lastIndexOf('.') + 1));
        }
        return names.object(
                half.originalStudyUid(),
                half.originalSeriesUid(),
                half.originalSopUid(),
                digest,
                existing -> ObjectKeys.likeOf(digest, existing, digestKey).equals(digest));
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
