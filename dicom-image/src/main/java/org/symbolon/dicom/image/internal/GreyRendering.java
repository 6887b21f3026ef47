package org.symbolon.dicom.image.internal;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferUShort;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.image.PhotometricInterpretation;
import org.symbolon.dicom.image.PixelDescription.Sign;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.RenderingOptions;
import org.symbolon.dicom.image.RenderingOptions.GreyDepth;
import org.symbolon.dicom.image.RenderingOptions.Presentation;
import org.symbolon.dicom.image.Samples;
import org.symbolon.dicom.image.VoiWindow;
import org.symbolon.dicom.image.Windowing;

/** The grey scale transformations (PS3.3 C.11, PS3.4 N.2): modality, values of interest, presentation. */
public final class GreyRendering {
    private static final int TABLE_BITS = 16;

    private final Samples samples;
    private final FrameAttributes attributes;
    private final ModalityTransform modality;

    private GreyRendering(PixelFrame frame, FrameAttributes attributes) {
        this.samples = frame.samples();
        this.attributes = attributes;
        this.modality = ModalityTransform.of(attributes.modality(), samples.sign() == Sign.SIGNED);
    }

    /** A picture of type BYTE_GRAY or USHORT_GRAY. */
    public static BufferedImage of(PixelFrame frame, FrameAttributes attributes, RenderingOptions options) {
        boolean inverse =
                frame.photometric() == PhotometricInterpretation.MONOCHROME1 || attributes.presentationIsInverse();
        boolean flipped = inverse != (options.presentation() == Presentation.INVERTED);
        int white = options.depth() == GreyDepth.BITS_16 ? 0xFFFF : 0xFF;
        return new GreyRendering(frame, attributes).draw(frame, options.windowing(), flipped, white);
    }

    private BufferedImage draw(PixelFrame frame, Windowing windowing, boolean flipped, int white) {
        DoubleUnaryOperator shown = valuesOfInterest(windowing);
        int[] grey = new int[samples.size()];
        boolean fitsTable = samples.cellBits() <= TABLE_BITS;
        int[] table = new int[fitsTable ? 1 << TABLE_BITS : 0];
        boolean[] known = new boolean[table.length];
        for (int i = 0; i < grey.length; i++) {
            int entry = fitsTable ? (int) samples.at(i) & 0xFFFF : 0;
            if (fitsTable && known[entry]) {
                grey[i] = table[entry];
                continue;
            }
            double value = shown.applyAsDouble(modality.apply(samples.value(i)));
            // What is no number at all is shown as the lowest value.
            double lit = Double.isNaN(value) ? 0 : value;
            grey[i] = (int) Math.round((flipped ? 1 - lit : lit) * white);
            if (fitsTable) {
                known[entry] = true;
                table[entry] = grey[i];
            }
        }
        return white == 0xFF ? bytes(frame, grey) : words(frame, grey);
    }

    private static BufferedImage bytes(PixelFrame frame, int[] grey) {
        BufferedImage image = new BufferedImage(frame.columns(), frame.rows(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < grey.length; i++) {
            pixels[i] = (byte) grey[i];
        }
        return image;
    }

    private static BufferedImage words(PixelFrame frame, int[] grey) {
        BufferedImage image = new BufferedImage(frame.columns(), frame.rows(), BufferedImage.TYPE_USHORT_GRAY);
        short[] pixels = ((DataBufferUShort) image.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < grey.length; i++) {
            pixels[i] = (short) grey[i];
        }
        return image;
    }

    private DoubleUnaryOperator valuesOfInterest(Windowing windowing) {
        if (windowing instanceof Windowing.Given given) {
            return given.window()::apply;
        }
        if (windowing instanceof Windowing.OfImage asked) {
            List<VoiWindow> windows = attributes.windows();
            DataSet voi = attributes.voi();
            List<DataSet> tables = voi == null ? List.of() : voi.sequence(Tags.VOILUTSequence);
            int index = Math.min(asked.index(), windows.size() + tables.size() - 1);
            if (index >= windows.size()) {
                return table(tables.get(index - windows.size()));
            }
            if (index >= 0) {
                return windows.get(index)::apply;
            }
        }
        return wholeRange()::apply;
    }

    private DoubleUnaryOperator table(DataSet item) {
        boolean signedInput = modality.apply(0) < 0 || lowest() < 0;
        LookupTable table = LookupTable.of(item, Tags.LUTDescriptor, Tags.LUTData, signedInput);
        return value -> Math.min(1, (double) table.apply(Math.round(value)) / table.maximum());
    }

    private double lowest() {
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < samples.size(); i++) {
            lowest = Math.min(lowest, samples.value(i));
        }
        return lowest;
    }

    /** From the frame's least value to its greatest; of all, where there is nothing but padding. */
    private VoiWindow wholeRange() {
        PixelPadding padding = PixelPadding.of(attributes.header(), samples.sign());
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < samples.size(); i++) {
            double stored = samples.value(i);
            if (!padding.contains(stored) && Double.isFinite(stored)) {
                double value = modality.apply(stored);
                min = Math.min(min, value);
                max = Math.max(max, value);
            }
        }
        return min > max
                ? new VoiWindow(0, 0, VoiWindow.Shape.LINEAR_EXACT)
                : new VoiWindow(min / 2 + max / 2, max - min, VoiWindow.Shape.LINEAR_EXACT);
    }
}
