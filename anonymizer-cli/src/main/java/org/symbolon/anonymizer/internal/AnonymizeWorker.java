package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.deidentification.DeidentifiedObject;
import org.symbolon.deidentification.Deidentifier;
import org.symbolon.deidentification.Durability;

/**
 * De-identifies files in small batches: all identity halves of a batch are on disk, with one commit, before the first
 * anonymous file appears.
 */
public final class AnonymizeWorker implements FileRun.Worker {
    private static final int MAX_BATCH_FILES = 32;
    private static final long MAX_BATCH_BYTES = 8 << 20;

    private final FileRun run;
    private final Deidentifier deidentifier;
    private final Crosswalk crosswalk;
    private final OutputNames names;
    private final List<DeidentifiedObject> batch = new ArrayList<>();
    private long batchBytes;

    public AnonymizeWorker(FileRun run, Deidentifier deidentifier, Crosswalk crosswalk, OutputNames names) {
        this.run = run;
        this.deidentifier = deidentifier;
        this.crosswalk = crosswalk;
        this.names = names;
    }

    @Override
    public void take(Path file) throws IOException {
        DeidentifiedObject object = deidentifier.deidentify(file);
        batch.add(object);
        batchBytes += object.identityHalf().content().length;
        run.count(0, Files.size(file));
        if (batch.size() == MAX_BATCH_FILES || batchBytes > MAX_BATCH_BYTES) {
            finish();
        }
    }

    @Override
    public void finish() throws IOException {
        crosswalk.commitAll(batch.stream().map(DeidentifiedObject::identityHalf).toList());
        for (DeidentifiedObject object : batch) {
            write(object);
        }
        close();
    }

    @Override
    public void close() throws IOException {
        for (DeidentifiedObject object : batch) {
            object.close();
        }
        batch.clear();
        batchBytes = 0;
    }

    private void write(DeidentifiedObject object) throws IOException {
        IdentityHalf half = object.identityHalf();
        Path out = names.file(
                half.key().studyUid(),
                half.key().seriesUid(),
                half.key().sopUid(),
                half.key().dataSetSha256(),
                (existing, digest) -> ObjectKeys.dataSetSha256(existing).equals(digest));
        object.writeFile(out, Durability.WHEN_CONVENIENT);
        run.count(1, 0);
    }
}
