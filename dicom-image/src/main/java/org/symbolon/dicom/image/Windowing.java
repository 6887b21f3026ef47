package org.symbolon.dicom.image;

/** Which values of a grey image are shown from black to white. */
public sealed interface Windowing {
    /**
     * What the image itself says: its windows first, then its VOI LUTs, counted from 0; the last one where it has fewer; all
     * values of the frame where it has none.
     */
    record OfImage(int index) implements Windowing {
        public OfImage {
            if (index < 0) {
                throw new IllegalArgumentException("Windows count from 0");
            }
        }
    }

    /** This window instead of the image's own. */
    record Given(VoiWindow window) implements Windowing {}

    /** From the frame's least value to its greatest, pixel padding aside (PS3.3 C.7.5.1.1.2). */
    record WholeRange() implements Windowing {}
}
