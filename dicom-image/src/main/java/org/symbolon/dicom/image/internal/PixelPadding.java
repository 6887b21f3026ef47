package org.symbolon.dicom.image.internal;

import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.image.PixelDescription.Sign;

/**
 * Stored values that are no image (PS3.3 C.7.5.1.1.2): Pixel Padding Value, to Pixel Padding Range Limit where there is one.
 *
 * @param low greater than {@code high} where there is no padding
 */
record PixelPadding(double low, double high) {
    private static final PixelPadding NONE = new PixelPadding(1, 0);

    static PixelPadding of(DataSet header, Sign sign) {
        if (sign == Sign.FLOATING_POINT) {
            boolean single = header.contains(Tags.FloatPixelPaddingValue);
            return between(
                    FrameAttributes.number(
                            header.string(single ? Tags.FloatPixelPaddingValue : Tags.DoubleFloatPixelPaddingValue)),
                    FrameAttributes.number(header.string(
                            single ? Tags.FloatPixelPaddingRangeLimit : Tags.DoubleFloatPixelPaddingRangeLimit)));
        }
        return between(whole(header, Tags.PixelPaddingValue, sign), whole(header, Tags.PixelPaddingRangeLimit, sign));
    }

    boolean contains(double stored) {
        return stored >= low && stored <= high;
    }

    private static PixelPadding between(@Nullable Double value, @Nullable Double limit) {
        if (value == null) {
            return NONE;
        }
        double other = limit == null ? value : limit;
        return new PixelPadding(Math.min(value, other), Math.max(value, other));
    }

    /** US or SS, whichever the pixels are, whatever the writer said. */
    private static @Nullable Double whole(DataSet header, int tag, Sign sign) {
        byte[] bytes = header.bytes(tag);
        if (bytes.length < 2) {
            return null;
        }
        int value = (bytes[0] & 0xFF) | (bytes[1] & 0xFF) << 8;
        return (double) (sign == Sign.SIGNED ? (short) value : value);
    }
}
