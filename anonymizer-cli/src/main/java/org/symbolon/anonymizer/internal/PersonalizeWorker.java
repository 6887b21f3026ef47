package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.deidentification.Durability;
import org.symbolon.deidentification.Reidentifier;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Looks up the identity halves of anonymous files and writes every original that each has. */
public final class PersonalizeWorker implements FileRun.Worker {
    private final FileRun run;
    private final Crosswalk crosswalk;
    private final OutputNames names;
    private final Reidentifier reidentifier = new Reidentifier();

    public PersonalizeWorker(FileRun run, Crosswalk crosswalk, OutputNames names) {
        this.run = run;
        this.crosswalk = crosswalk;
        this.names = names;
    }

    @Override
    public void take(Path file) throws IOException {
        List<IdentityHalf> halves = crosswalk.halves(ObjectKeys.of(file));
        if (halves.isEmpty()) {
            throw new SymbolonException(ErrorCode.NOT_FOUND, "The crosswalk has no identity half for this object");
        }
        for (IdentityHalf half : halves) {
            Path out = names.file(
                    half.originalStudyUid(),
                    half.originalSeriesUid(),
                    half.originalSopUid(),
                    half.originalSha256(),
                    (existing, digest) -> ObjectKeys.sha256(existing, 0).equals(digest));
            reidentifier.personalise(file, half, out, Durability.WHEN_CONVENIENT);
            run.count(1, 0);
        }
        run.count(0, Files.size(file));
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
