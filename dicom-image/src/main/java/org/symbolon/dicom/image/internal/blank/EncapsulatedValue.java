package org.symbolon.dicom.image.internal.blank;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageException.Problem;
import org.symbolon.dicom.image.internal.FragmentStream.Item;

/** How long encapsulated pixel data is (PS3.5 A.4). */
public final class EncapsulatedValue {
    private static final int ITEM_HEADER_BYTES = 8;

    private EncapsulatedValue() {}

    /** From the item of the offset table, where the stream stands, to the end of the delimiter. */
    public static long length(InputStream in) throws IOException {
        long length = ITEM_HEADER_BYTES;
        try {
            for (Item item = Item.read(in); item.isFragment(); item = Item.read(in)) {
                in.skipNBytes(item.length());
                length += ITEM_HEADER_BYTES + item.length();
            }
            return length;
        } catch (EOFException e) {
            throw new ImageException(Problem.TRUNCATED, "The pixel data ends inside a fragment", e);
        }
    }
}
