package org.symbolon.anonymizer.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.deidentification.Durability;

/** A file in two halves, neither of which is anywhere yet: the identity half is committed before {@link #write}. */
interface PartedFile extends Closeable {
    IdentityHalf identityHalf();

    /** Where the anonymous half goes below a folder; without identity. The folder of the file exists then. */
    Path name(OutputNames names) throws IOException;

    /** Writes the anonymous half; it gets its name when it is whole. */
    void write(Path out, Durability durability) throws IOException;

    /** Bytes of what {@link #write} writes. */
    long length();

    void tally(RunTally tally);

    /** Bytes of the anonymous half that are in memory. */
    long heldBytes();
}
