package org.symbolon.dicom.internal.transcribe;

import java.util.BitSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.Tags;

/** Whether Pixel Representation (0028,0103) says signed in the item that is open, or else in what encloses it. */
final class SignedPixels {
    private final BitSet signedAtDepth = new BitSet();

    void enterItem(int depth) {
        signedAtDepth.set(depth + 1, signedAtDepth.get(depth));
    }

    /** Takes note of the value if the element is that one; it is then taken. */
    void see(DataSetReader reader, byte[] value) {
        if (reader.tag() == Tags.PixelRepresentation && value.length >= 2) {
            signedAtDepth.set(reader.depth(), (value[0] | value[1]) == 1);
        }
    }

    boolean at(int depth) {
        return signedAtDepth.get(depth);
    }
}
