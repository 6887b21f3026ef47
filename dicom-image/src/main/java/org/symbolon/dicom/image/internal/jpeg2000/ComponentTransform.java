package org.symbolon.dicom.image.internal.jpeg2000;

/** The inverse multiple component transformations of the first three components (T.800 annex G), row by row. */
final class ComponentTransform {
    private ComponentTransform() {}

    /** RCT (G.2): Y, Cb, Cr become red, green, blue. */
    static void reversible(int[] first, int[] second, int[] third, int length) {
        for (int i = 0; i < length; i++) {
            int green = first[i] - ((second[i] + third[i]) >> 2);
            int red = third[i] + green;
            third[i] = second[i] + green;
            first[i] = red;
            second[i] = green;
        }
    }

    /** ICT (G.3). */
    static void irreversible(float[] y, float[] cb, float[] cr, int[][] to, int length) {
        for (int i = 0; i < length; i++) {
            to[0][i] = (int) Math.rint(y[i] + 1.402f * cr[i]);
            to[1][i] = (int) Math.rint(y[i] - 0.344136f * cb[i] - 0.714136f * cr[i]);
            to[2][i] = (int) Math.rint(y[i] + 1.772f * cb[i]);
        }
    }
}
