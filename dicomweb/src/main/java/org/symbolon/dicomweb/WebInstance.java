package org.symbolon.dicomweb;

/**
 * A stored instance.
 *
 * @param transferSyntaxUid of the data set as it is stored
 * @param length bytes of the whole Part 10 file
 * @param dataSetOffset first byte of the data set in the file, after preamble and file meta group
 * @param rows 0 where there are no pixels
 * @param columns 0 where there are no pixels
 * @param numberOfFrames 0 where there are no pixels
 * @param handle what the source itself calls the instance; never sent to a client
 */
public record WebInstance(
        String sopClassUid,
        String sopInstanceUid,
        String seriesInstanceUid,
        String studyInstanceUid,
        String transferSyntaxUid,
        long length,
        long dataSetOffset,
        int rows,
        int columns,
        int numberOfFrames,
        String handle) {
    /** Neither values nor UIDs. */
    @Override
    public String toString() {
        return "WebInstance of " + length + " bytes";
    }
}
