package org.symbolon.dicom.image;

import java.util.Set;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.TransferSyntax;

/**
 * Compressed pixel data that was blanked and compressed again.
 *
 * @param transferSyntax that the data set has from now on
 * @param valueOffset where the old value begins in the data set: the item of its basic offset table
 * @param valueLength bytes of the old value, its sequence delimiter included
 * @param offsetTable the item of the new basic offset table; fragments and delimiter, which were written, follow it
 * @param fragmentsLength bytes that were written
 * @param puts attributes that describe the pixels otherwise than before, extended offset tables among them
 * @param removes attributes that no longer say the truth
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
public record RecodedPixels(
        TransferSyntax transferSyntax,
        long valueOffset,
        long valueLength,
        byte[] offsetTable,
        long fragmentsLength,
        DataSet puts,
        Set<Integer> removes) {}
