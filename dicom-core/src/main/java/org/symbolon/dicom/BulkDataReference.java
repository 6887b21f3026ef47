package org.symbolon.dicom;

/**
 * A value that JSON or XML may refer to instead of holding it.
 *
 * @param path where it stands: tags of eight hexadecimal digits and, between them, item numbers from 1
 *     ({@code 00081032/2/00091001}); a path below a resource as it is
 * @param bytes length of the value in the data set, {@link #FRAGMENTS} for encapsulated pixel data
 * @param offset where the value begins in the (inflated) data set; of fragments, the first item
 */
public record BulkDataReference(String path, int tag, Vr vr, long bytes, long offset) {
    /** Stands for the length of encapsulated pixel data, which is known only at its end. */
    public static final long FRAGMENTS = -1;

    /** Whether PS3.18 F.2.2 lets a URI stand for values of this VR. */
    public boolean mayBeBulkData() {
        return switch (vr) {
            case DS, FL, FD, IS, LT, OB, OD, OF, OL, OV, OW, SL, SS, ST, SV, UC, UL, UN, US, UT, UV -> true;
            default -> false;
        };
    }
}
