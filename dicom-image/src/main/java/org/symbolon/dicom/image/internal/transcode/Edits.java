package org.symbolon.dicom.image.internal.transcode;

import java.util.Set;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.image.PhotometricInterpretation;
import org.symbolon.dicom.image.internal.TransferSyntaxes;

/**
 * What changes in a data set beside its pixel data (PS3.5 8.2, PS3.3 C.7.6.3).
 *
 * @param puts elements that are added or replaced
 * @param removes elements that fall away
 */
public record Edits(DataSet puts, Set<Integer> removes) {
    private static final int IMAGE_GROUP_LENGTH = 0x00280000;
    private static final int PIXEL_GROUP_LENGTH = 0x7FE00000;
    /** Encapsulated Pixel Data Value Total Length. */
    private static final int TOTAL_LENGTH = 0x7FE00003;

    /** Nothing but the encoding changes. */
    static Edits none() {
        return new Edits(new DataSet(), Set.of());
    }

    /** For frames that were of one transfer syntax and are of this colour model now, pixel by pixel. */
    public static Edits of(DataSet header, TransferSyntax from, PhotometricInterpretation photometric) {
        DataSet puts = new DataSet();
        if (!header.string(Tags.PhotometricInterpretation).equals(photometric.term())) {
            puts.putString(Tags.PhotometricInterpretation, photometric.term());
        }
        if (photometric.samples() > 1 && header.integer(Tags.PlanarConfiguration, -1) != 0) {
            puts.putInts(Tags.PlanarConfiguration, Vr.US, 0);
        }
        if (TransferSyntaxes.isLossy(from)
                && !header.string(Tags.LossyImageCompression).equals("01")) {
            puts.putString(Tags.LossyImageCompression, "01");
        }
        return new Edits(
                puts,
                Set.of(
                        IMAGE_GROUP_LENGTH,
                        PIXEL_GROUP_LENGTH,
                        Tags.ExtendedOffsetTable,
                        Tags.ExtendedOffsetTableLengths,
                        TOTAL_LENGTH));
    }

    /** Whether an element of the source is left out. */
    boolean drops(int tag) {
        return removes.contains(tag) || puts.contains(tag);
    }
}
