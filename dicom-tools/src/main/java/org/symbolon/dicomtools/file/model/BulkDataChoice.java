package org.symbolon.dicomtools.file.model;

import java.nio.file.Path;
import org.symbolon.dicom.BulkDataPolicy;
import org.symbolon.dicom.BulkDataReference;
import org.symbolon.dicom.DicomFile;

/** What becomes of large values. */
public enum BulkDataChoice {
    /** They stand in the text. */
    INLINE,
    /** A URI tells where they lie in the file. */
    URI,
    /** They are left out. */
    OMIT;

    /** The policy for one file. */
    public BulkDataPolicy policy(DicomFile file, long aboveBytes) {
        return switch (this) {
            case INLINE -> BulkDataPolicy.inline();
            case OMIT -> BulkDataPolicy.omitAbove(aboveBytes);
            case URI -> {
                boolean deflated = file.transferSyntax().deflated();
                String uri = fileUri(file.path());
                yield BulkDataPolicy.referenceAbove(
                        aboveBytes, value -> uri + (deflated ? "" : place(file, value)) + "#" + value.path());
            }
        };
    }

    private static String fileUri(Path path) {
        return path.toAbsolutePath().normalize().toUri().toString();
    }

    private static String place(DicomFile file, BulkDataReference value) {
        String offset = "?offset=" + (file.dataSetOffset() + value.offset());
        return value.bytes() == BulkDataReference.FRAGMENTS ? offset : offset + "&length=" + value.bytes();
    }
}
