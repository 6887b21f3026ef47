package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.deidentification.DeidentifiedObject;
import org.symbolon.deidentification.Durability;
import org.symbolon.deidentification.digest.DigestKey;

/** A DICOM file in two halves. */
record PartedObject(DeidentifiedObject object, DigestKey digestKey) implements PartedFile {
    /** About what a header between its edits takes. */
    private static final long HEADER_BYTES = 16 << 10;

    @Override
    public IdentityHalf identityHalf() {
        return object.identityHalf();
    }

    @Override
    public Path name(OutputNames names) throws IOException {
        ObjectKey key = object.key();
        return names.object(
                key.studyUid(),
                key.seriesUid(),
                key.sopUid(),
                key.dataSetDigest(),
                existing -> ObjectKeys.dataSetDigest(existing, digestKey).equals(key.dataSetDigest()));
    }

    @Override
    public void write(Path out, Durability durability) throws IOException {
        object.writeFile(out, durability);
    }

    @Override
    public long length() {
        return object.fileLength();
    }

    @Override
    public void tally(RunTally tally) {
        tally.add(object.summary());
    }

    @Override
    public long heldBytes() {
        return HEADER_BYTES;
    }

    @Override
    public void close() throws IOException {
        object.close();
    }
}
