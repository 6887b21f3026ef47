package org.symbolon.testkit.internal.study;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;
import org.symbolon.testkit.internal.codec.JpegEncoder;
import org.symbolon.testkit.internal.codec.RleEncoder;
import org.symbolon.testkit.internal.dicom.DicomData;
import org.symbolon.testkit.internal.phantom.Raster;

/** Image Pixel module (PS3.3 C.7.6.3) with Pixel Data in the form that the transfer syntax asks for. */
public final class PixelModules {
    /** How a frame's stream is spread over fragments (PS3.5 A.4). */
    public enum Fragmentation {
        ONE_PER_FRAME,
        /** Several fragments a frame, which the offset table then bridges. */
        SEVERAL_PER_FRAME,
        /** One per frame and an empty basic offset table. */
        NO_OFFSET_TABLE
    }

    private static final int JPEG_QUALITY = 88;
    private static final int SMALL_FRAGMENT_BYTES = 6_000;

    private PixelModules() {}

    public static void put(DicomData data, TransferSyntax syntax, Raster frame) {
        put(data, syntax, List.of(frame), Fragmentation.ONE_PER_FRAME);
    }

    /** All frames have one shape. Photometric Interpretation follows from the shape and the syntax. */
    public static void put(DicomData data, TransferSyntax syntax, List<Raster> frames, Fragmentation fragmentation) {
        Raster first = frames.get(0);
        boolean colour = first.samplesPerPixel() == 3;
        boolean jpeg = syntax.equals(TransferSyntax.JPEG_BASELINE);
        data.integers(Tags.SamplesPerPixel, first.samplesPerPixel())
                .text(Tags.PhotometricInterpretation, colour ? (jpeg ? "YBR_FULL_422" : "RGB") : "MONOCHROME2")
                .integers(Tags.Rows, first.rows())
                .integers(Tags.Columns, first.columns())
                .integers(Tags.BitsAllocated, 8L * first.bytesPerSample())
                .integers(Tags.BitsStored, first.bytesPerSample() == 2 ? 12 : 8)
                .integers(Tags.HighBit, first.bytesPerSample() == 2 ? 11 : 7)
                .integers(Tags.PixelRepresentation, Vr.US, 0);
        if (colour) {
            data.integers(Tags.PlanarConfiguration, 0);
        }
        if (jpeg) {
            data.text(Tags.LossyImageCompression, "01")
                    .decimals(Tags.LossyImageCompressionRatio, 8)
                    .text(Tags.LossyImageCompressionMethod, "ISO_10918_1");
        }
        if (syntax.encapsulated()) {
            encapsulated(
                    data, frames.stream().map(frame -> compressed(frame, jpeg)).toList(), fragmentation);
        } else {
            native8or16(data, syntax, frames);
        }
    }

    private static byte[] compressed(Raster frame, boolean jpeg) {
        if (!jpeg) {
            Raster even = frame.bytesPerSample() == 2 ? frame.evened() : frame;
            return RleEncoder.encode(even.samples(), even.columns(), even.samplesPerPixel(), even.bytesPerSample());
        }
        return frame.samplesPerPixel() == 3
                ? JpegEncoder.colour(frame.samples(), frame.columns(), JPEG_QUALITY)
                : JpegEncoder.grey(frame.samples(), frame.columns(), JPEG_QUALITY);
    }

    private static void native8or16(DicomData data, TransferSyntax syntax, List<Raster> frames) {
        ByteArrayOutputStream all =
                new ByteArrayOutputStream(frames.size() * frames.get(0).samples().length);
        frames.forEach(frame -> all.writeBytes(frame.samples()));
        boolean bytes = frames.get(0).bytesPerSample() == 1 && syntax.explicitVr();
        data.put(Tags.PixelData, bytes ? Vr.OB : Vr.OW, all.toByteArray());
    }

    private static void encapsulated(DicomData data, List<byte[]> frames, Fragmentation fragmentation) {
        List<byte[]> fragments = new ArrayList<>();
        ByteBuffer offsets = ByteBuffer.allocate(4 * frames.size()).order(ByteOrder.LITTLE_ENDIAN);
        int offset = 0;
        for (byte[] frame : frames) {
            offsets.putInt(offset);
            int size = fragmentation == Fragmentation.SEVERAL_PER_FRAME ? SMALL_FRAGMENT_BYTES : frame.length;
            for (int at = 0; at < frame.length; at += size) {
                byte[] fragment = Arrays.copyOfRange(frame, at, Math.min(frame.length, at + size));
                fragments.add(fragment);
                offset += 8 + fragment.length;
            }
        }
        boolean noTable = fragmentation == Fragmentation.NO_OFFSET_TABLE;
        data.fragments(noTable ? new byte[0] : offsets.array(), fragments);
    }
}
