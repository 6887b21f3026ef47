package org.symbolon.dicom.image;

import static org.symbolon.dicom.image.Images.header;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;

/** Images of all kinds that are rendered, by what is special about them. */
final class MadeImages {
    static final int ROWS = 24;
    static final int COLUMNS = 32;

    private MadeImages() {}

    static Map<String, DataSet> all() {
        Map<String, DataSet> images = new LinkedHashMap<>();
        images.put("plain", grey(16, 12, 0));
        images.put("signed", grey(16, 16, 1));
        images.put("8 bits", grey(8, 8, 0));
        images.put("32 bits", grey(32, 32, 0));
        images.put("high bit", grey(16, 12, 0).putInts(Tags.HighBit, Vr.US, 15));
        images.put(
                "rescaled",
                windowed(grey(16, 12, 0), 200, 900)
                        .putString(Tags.RescaleSlope, "0.5")
                        .putString(Tags.RescaleIntercept, "-100"));
        images.put("sigmoid", windowed(grey(16, 12, 0), 1000, 900).putString(Tags.VOILUTFunction, "SIGMOID"));
        images.put("inverse", windowed(grey(16, 12, 0), 1000, 900).putString(Tags.PresentationLUTShape, "INVERSE"));
        images.put("MONOCHROME1", grey(16, 12, 0).putString(Tags.PhotometricInterpretation, "MONOCHROME1"));
        images.put("VOI LUT", grey(16, 12, 0).putSequence(Tags.VOILUTSequence, List.of(table(4096, 0, 12, 3))));
        images.put(
                "modality LUT", grey(16, 12, 0).putSequence(Tags.ModalityLUTSequence, List.of(table(4096, 0, 16, 5))));
        images.put("overlay", overlaid(windowed(grey(16, 12, 0), 1000, 900)));
        images.put("overlay in cells", embedded(windowed(grey(16, 12, 0), 1000, 900)));
        for (String colours : List.of("RGB", "YBR_FULL", "YBR_PARTIAL_422", "YBR_FULL_422", "HSV", "CMYK")) {
            images.put(colours, colour(colours, 0));
        }
        images.put("RGB by plane", colour("RGB", 1));
        images.put("palette of 16 bits", palette(16));
        images.put("palette of 8 bits", palette(8));
        return images;
    }

    /** A ramp from one corner to the other. */
    static DataSet grey(int allocated, int stored, int signed) {
        DataSet image = identified(header(ROWS, COLUMNS, allocated, "MONOCHROME2"))
                .putInts(Tags.BitsStored, Vr.US, stored)
                .putInts(Tags.HighBit, Vr.US, stored - 1)
                .putInts(Tags.PixelRepresentation, Vr.US, signed);
        int width = allocated / 8;
        byte[] pixels = new byte[ROWS * COLUMNS * width];
        for (int i = 0; i < ROWS * COLUMNS; i++) {
            long value = (long) i * ((1L << Math.min(31, stored)) - 1) / (ROWS * COLUMNS - 1);
            long cell = signed == 1 ? value - (1L << (stored - 1)) : value;
            for (int k = 0; k < width; k++) {
                pixels[i * width + k] = (byte) (cell >> (8 * k));
            }
        }
        return image.putBytes(Tags.PixelData, allocated > 8 ? Vr.OW : Vr.OB, pixels);
    }

    static DataSet windowed(DataSet image, int center, int width) {
        return image.putString(Tags.WindowCenter, Integer.toString(center))
                .putString(Tags.WindowWidth, Integer.toString(width));
    }

    /** A block of 10 x 11 with holes, beginning in row -1 and column 5. */
    static DataSet overlaid(DataSet image) {
        byte[] data = new byte[14];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (0x5B * (i + 1));
        }
        return image.putInts(Tags.OverlayRows, Vr.US, 10)
                .putInts(Tags.OverlayColumns, Vr.US, 11)
                .putString(Tags.OverlayType, "G")
                .putInts(Tags.OverlayOrigin, Vr.SS, -1, 5)
                .putInts(Tags.OverlayBitsAllocated, Vr.US, 1)
                .putInts(Tags.OverlayBitPosition, Vr.US, 0)
                .putBytes(Tags.OverlayData, Vr.OW, data);
    }

    /** Every third pixel marked in bit 14 of its cell. */
    static DataSet embedded(DataSet image) {
        byte[] pixels = image.bytes(Tags.PixelData).clone();
        for (int i = 1; i < pixels.length; i += 6) {
            pixels[i] |= 0x40;
        }
        return image.putBytes(Tags.PixelData, Vr.OW, pixels)
                .putInts(Tags.OverlayRows, Vr.US, ROWS)
                .putInts(Tags.OverlayColumns, Vr.US, COLUMNS)
                .putString(Tags.OverlayType, "G")
                .putInts(Tags.OverlayOrigin, Vr.SS, 1, 1)
                .putInts(Tags.OverlayBitsAllocated, Vr.US, 16)
                .putInts(Tags.OverlayBitPosition, Vr.US, 14);
    }

    static DataSet colour(String term, int planar) {
        DataSet image = identified(header(ROWS, COLUMNS, 8, term)).putInts(Tags.PlanarConfiguration, Vr.US, planar);
        PixelDescription description = PixelDescription.of(image, ImageLimits.defaults());
        byte[] pixels = new byte[(int) description.nativeFrameBytes()];
        for (int i = 0; i < pixels.length; i++) {
            // DCMTK's CMYK wraps around where ink and black are more than all.
            pixels[i] = (byte) ((i * 7 / 3) & (term.equals("CMYK") ? 0x7F : 0xFF));
        }
        return image.putBytes(Tags.PixelData, Vr.OB, pixels);
    }

    private static DataSet palette(int bits) {
        DataSet image = grey(8, 8, 0).putString(Tags.PhotometricInterpretation, "PALETTE COLOR");
        for (int i = 0; i < 3; i++) {
            byte[] data = new byte[bits == 16 ? 512 : 256];
            for (int k = 0; k < 256; k++) {
                int value = (k * (i + 3)) & 0xFF;
                data[bits == 16 ? 2 * k + 1 : k] = (byte) value;
            }
            image.putInts(Tags.RedPaletteColorLookupTableDescriptor + i, Vr.US, 256, 0, bits);
            image.putBytes(Tags.RedPaletteColorLookupTableData + i, Vr.OW, data);
        }
        return image;
    }

    private static DataSet table(int entries, int first, int bits, int factor) {
        int[] values = new int[entries];
        for (int i = 0; i < entries; i++) {
            values[i] = (i * factor) & ((1 << bits) - 1);
        }
        return new DataSet()
                .putInts(Tags.LUTDescriptor, Vr.US, entries, first, bits)
                .putString(Tags.ModalityLUTType, "US")
                .putInts(Tags.LUTData, Vr.US, values);
    }

    private static DataSet identified(DataSet image) {
        return image.putString(Tags.SOPClassUID, Uids.SecondaryCaptureImageStorage)
                .putString(Tags.SOPInstanceUID, "2.25.1");
    }
}
