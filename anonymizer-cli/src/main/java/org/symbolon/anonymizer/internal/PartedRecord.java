package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.deidentification.AtomicFile;
import org.symbolon.deidentification.Durability;
import org.symbolon.deidentification.text.DeidentifiedRecord;

/**
 * A textual record in two halves. Its identity half is filed under the digest of the anonymous record alone, so that whoever
 * has that file finds it whatever its name.
 */
record PartedRecord(DeidentifiedRecord record) implements PartedFile {

    @Override
    public IdentityHalf identityHalf() {
        IdentityHalf half = record.identityHalf();
        return new IdentityHalf(
                        half.patientPseudonym(),
                        ObjectKey.document(record.sha256(), record.sha256()),
                        half.originalDigest(),
                        half.content(),
                        half.originalStudyUid(),
                        half.originalSeriesUid(),
                        half.originalSopUid(),
                        half.originalAccession())
                .withSearchKeys(half.accessionNumbers(), half.visitNumbers());
    }

    @Override
    public Path name(OutputNames names) throws IOException {
        return names.record(record.sha256(), RecordFiles.extension(record.format()));
    }

    @Override
    public void write(Path out, Durability durability) throws IOException {
        AtomicFile.write(out, durability, channel -> {
            ByteBuffer bytes = ByteBuffer.wrap(record.content());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
    }

    @Override
    public long length() {
        return record.content().length;
    }

    @Override
    public void tally(RunTally tally) {
        tally.add(record.summary());
    }

    @Override
    public long heldBytes() {
        return record.content().length;
    }

    @Override
    public void close() {
        // Held in memory.
    }
}
