package org.symbolon.dicom.internal.transcribe;

import java.util.Set;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.internal.ElementSizes;

/**
 * The VR with which an element is written. Without one in the source it is that of the dictionary; where the standard
 * leaves the choice between US and SS, Pixel Representation (0028,0103) decides (PS3.5 A.1, PS3.3 C.7.6.3).
 */
final class TargetVr {
    private static final Set<Integer> UNSIGNED_OR_SIGNED = Set.of(
            Tags.ZeroVelocityPixelValue,
            Tags.MappedPixelValue,
            0x00280071,
            0x00280104,
            0x00280105,
            Tags.SmallestImagePixelValue,
            Tags.LargestImagePixelValue,
            Tags.SmallestPixelValueInSeries,
            Tags.LargestPixelValueInSeries,
            0x00280110,
            0x00280111,
            Tags.PixelPaddingValue,
            Tags.PixelPaddingRangeLimit,
            Tags.RealWorldValueLastValueMapped,
            Tags.RealWorldValueFirstValueMapped,
            Tags.HistogramFirstBinValue,
            Tags.HistogramLastBinValue);

    /** Curve Data (50xx,3000), retired, is OB in every encoding (PS3.5-2004 A.1). */
    private static final int CURVE_DATA = 0x50003000;

    private static final int CURVE_DATA_MASK = 0xFF01FFFF;

    private TargetVr() {}

    /** The VR of the current element, as it is known without regard to its length. */
    static Vr of(DataSetReader reader, boolean signedPixels) {
        Vr vr = reader.vr();
        if (!reader.explicitVr() && (reader.tag() & CURVE_DATA_MASK) == CURVE_DATA) {
            return Vr.OB;
        }
        boolean chosen = !reader.explicitVr() && signedPixels && vr == Vr.US;
        return chosen && UNSIGNED_OR_SIGNED.contains(reader.tag()) ? Vr.SS : vr;
    }

    /** What stands in the header: UN if the length does not fit (PS3.5 6.2.2 note 8). */
    static Vr written(Vr vr, long length) {
        return ElementSizes.writtenVr(vr, length);
    }

    /** Whether the current element means something, unlike stray delimiters and zeroes at the end. */
    static boolean isWritten(DataSetReader reader) {
        return Tag.group(reader.tag()) != Tag.group(Tag.Item) && (reader.tag() != 0 || reader.length() != 0);
    }
}
