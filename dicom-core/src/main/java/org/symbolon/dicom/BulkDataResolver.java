package org.symbolon.dicom;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Finds the value that a URI in JSON ({@code BulkDataURI}) or XML ({@code BulkData}) stands for. */
@FunctionalInterface
public interface BulkDataResolver {
    /**
     * The value as it stands in a data set, numbers little endian, encapsulated pixel data with item headers; null: the
     * attribute is left out.
     *
     * @param reference the URI, or for XML the UUID where there is no URI; from outside and not to be trusted
     */
    byte @Nullable [] resolve(int tag, Vr vr, String reference) throws IOException;

    /** Leaves out attributes whose value is elsewhere. */
    static BulkDataResolver omit() {
        return (tag, vr, reference) -> null;
    }

    /** Fails with CORRUPT at the first reference, so that nothing is lost unseen. */
    static BulkDataResolver refuse() {
        return (tag, vr, reference) -> {
            throw new DicomFormatException(DicomProblem.CORRUPT, "A value that is elsewhere", tag, -1);
        };
    }
}
