package org.symbolon.dicom.image.internal.jpeg2000.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.PhotometricInterpretation;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelDescription.Layout;
import org.symbolon.dicom.image.PixelDescription.Sign;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.internal.jpeg2000.Jpeg2000Decoder;

/** A codestream in an image of the size that its SIZ segment says, as far as that is at the usual place and small. */
public final class Jpeg2000Fuzz {
    private static final int MAX_SAMPLES = 1 << 20;

    private Jpeg2000Fuzz() {}

    public static void fuzzerTestOneInput(byte[] data) throws IOException {
        int columns = uint16(data, 10) - uint16(data, 18);
        int rows = uint16(data, 14) - uint16(data, 22);
        int components = uint16(data, 40) == 3 ? 3 : 1;
        if (columns < 1 || rows < 1 || (long) columns * rows * components > MAX_SAMPLES) {
            columns = 16;
            rows = 16;
        }
        PixelDescription description = new PixelDescription(
                rows,
                columns,
                components,
                components == 3 ? PhotometricInterpretation.YBR_RCT : PhotometricInterpretation.MONOCHROME2,
                32,
                16,
                15,
                data.length % 2 == 0 ? Sign.SIGNED : Sign.UNSIGNED,
                Layout.BY_PIXEL,
                1);
        try {
            PixelFrame frame = new Jpeg2000Decoder(description).decode(new ByteArrayInputStream(data));
            if (frame.samples().size() != rows * columns * components) {
                throw new IllegalStateException("A frame of another size than the image");
            }
        } catch (ImageException e) {
            if (e.getMessage() == null) {
                throw new IllegalStateException("A refusal without a reason", e);
            }
        }
    }

    private static int uint16(byte[] data, int at) {
        return at + 1 < data.length ? (data[at] & 0xFF) << 8 | (data[at + 1] & 0xFF) : 0;
    }
}
