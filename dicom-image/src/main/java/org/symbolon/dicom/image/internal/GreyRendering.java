package org.symbolon.dicom.image.internal;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.image.PhotometricInterpretation;
import org.symbolon.dicom.image.PixelDescription.Sign;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.Samples;
import org.symbolon.dicom.image.VoiWindow;

/** The grey scale transformations (PS3.3 C.11, PS3.4 N.2): modality, values of interest, presentation. */
public final class GreyRendering {
    private static final int TABLE_BITS = 16;

    private GreyRendering() {}

    public static BufferedImage of(PixelFrame frame, FrameAttributes attributes, Optional<VoiWindow> asked) {
        Samples samples = frame.samples();
        boolean signed = samples.sign() == Sign.SIGNED;
        ModalityTransform modality = ModalityTransform.of(attributes.modality(), signed);
        DoubleUnaryOperator shown = valuesOfInterest(samples, modality, attributes, asked);
        boolean inverse =
                frame.photometric() == PhotometricInterpretation.MONOCHROME1 || attributes.presentationIsInverse();
        BufferedImage image = new BufferedImage(frame.columns(), frame.rows(), BufferedImage.TYPE_BYTE_GRAY);
        byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        boolean fitsTable = samples.cellBits() <= TABLE_BITS;
        if (fitsTable) {
            byte[] table = new byte[1 << TABLE_BITS];
            boolean[] known = new boolean[1 << TABLE_BITS];
            for (int i = 0; i < grey.length; i++) {
                long stored = samples.at(i);
                int entry = (int) stored & 0xFFFF;
                if (!known[entry]) {
                    known[entry] = true;
                    table[entry] = grey(shown.applyAsDouble(modality.apply(stored)), inverse);
                }
                grey[i] = table[entry];
            }
        } else {
            for (int i = 0; i < grey.length; i++) {
                grey[i] = grey(shown.applyAsDouble(modality.apply(samples.at(i))), inverse);
            }
        }
        return image;
    }

    private static byte grey(double shown, boolean inverse) {
        return (byte) Math.round((inverse ? 1 - shown : shown) * 255);
    }

    private static DoubleUnaryOperator valuesOfInterest(
            Samples samples, ModalityTransform modality, FrameAttributes attributes, Optional<VoiWindow> asked) {
        Optional<VoiWindow> window = asked.or(attributes::window);
        if (window.isPresent()) {
            return window.get()::apply;
        }
        DataSet voi = attributes.voi();
        List<DataSet> tables = voi == null ? List.of() : voi.sequence(Tags.VOILUTSequence);
        if (tables.isEmpty()) {
            return wholeRange(samples, modality)::apply;
        }
        boolean signedInput = modality.apply(0) < 0 || lowest(samples) < 0;
        LookupTable table = LookupTable.of(tables.get(0), Tags.LUTDescriptor, Tags.LUTData, signedInput);
        return value -> Math.min(1, (double) table.apply(Math.round(value)) / table.maximum());
    }

    private static long lowest(Samples samples) {
        long lowest = Long.MAX_VALUE;
        for (int i = 0; i < samples.size(); i++) {
            lowest = Math.min(lowest, samples.at(i));
        }
        return lowest;
    }

    /** From the frame's least value to its greatest. */
    private static VoiWindow wholeRange(Samples samples, ModalityTransform modality) {
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < samples.size(); i++) {
            double value = modality.apply(samples.at(i));
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        return new VoiWindow((min + max) / 2, max - min, VoiWindow.Shape.LINEAR_EXACT);
    }
}
