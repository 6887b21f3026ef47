package org.symbolon.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.dicom.image.Images.bytes;
import static org.symbolon.dicom.image.Images.header;
import static org.symbolon.dicom.image.Images.pixels;
import static org.symbolon.dicom.image.Images.reader;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;

class RenderingTest {
    private static final RenderingOptions PLAIN = RenderingOptions.defaults();

    @Test
    void showsAllValuesWhereTheImageHasNoWindow() throws IOException {
        assertThat(grey(pixels(header(1, 3, 8, "MONOCHROME2"), Vr.OB, 10, 20, 30), PLAIN))
                .containsExactly(0, 128, 255);
    }

    @Test
    void appliesTheWindowAfterTheModalityLut() throws IOException {
        DataSet image = pixels(header(1, 4, 8, "MONOCHROME2"), Vr.OB, 0, 64, 128, 255)
                .putString(Tags.RescaleSlope, "2")
                .putString(Tags.RescaleIntercept, "-100")
                .putString(Tags.WindowCenter, "100")
                .putString(Tags.WindowWidth, "201");
        assertThat(grey(image, PLAIN)).containsExactly(0, 36, 200, 255);
        VoiWindow step = new VoiWindow(28, 1, VoiWindow.Shape.LINEAR);
        assertThat(grey(image, PLAIN.withWindow(step))).containsExactly(0, 255, 255, 255);
    }

    @Test
    void windowShapesFollowTheirFormulas() {
        assertThat(new VoiWindow(2048, 4096, VoiWindow.Shape.LINEAR).apply(0)).isZero();
        assertThat(new VoiWindow(2048, 4096, VoiWindow.Shape.LINEAR).apply(4095))
                .isEqualTo(1);
        assertThat(new VoiWindow(10, 4, VoiWindow.Shape.LINEAR_EXACT).apply(11)).isEqualTo(0.75);
        assertThat(new VoiWindow(10, 4, VoiWindow.Shape.SIGMOID).apply(10)).isEqualTo(0.5);
    }

    @Test
    void invertsWhatIsToBeShownInverse() throws IOException {
        assertThat(grey(pixels(header(1, 2, 8, "MONOCHROME1"), Vr.OB, 0, 9), PLAIN))
                .containsExactly(255, 0);
        DataSet inverse =
                pixels(header(1, 2, 8, "MONOCHROME2"), Vr.OB, 0, 9).putString(Tags.PresentationLUTShape, "INVERSE");
        assertThat(grey(inverse, PLAIN)).containsExactly(255, 0);
    }

    @Test
    void appliesLookUpTables() throws IOException {
        DataSet modality =
                new DataSet().putInts(Tags.LUTDescriptor, Vr.US, 3, 1, 16).putInts(Tags.LUTData, Vr.US, 0, 500, 1000);
        DataSet voi =
                new DataSet().putInts(Tags.LUTDescriptor, Vr.US, 2, 500, 8).putInts(Tags.LUTData, Vr.US, 51, 255);
        DataSet image = pixels(header(1, 4, 8, "MONOCHROME2"), Vr.OB, 0, 1, 2, 3)
                .putSequence(Tags.ModalityLUTSequence, List.of(modality))
                .putSequence(Tags.VOILUTSequence, List.of(voi));
        assertThat(grey(image, PLAIN)).containsExactly(51, 51, 51, 255);
    }

    @Test
    void takesFunctionalGroupsOfTheFrame() throws IOException {
        DataSet window = new DataSet().putString(Tags.WindowCenter, "5").putString(Tags.WindowWidth, "10");
        DataSet second = new DataSet().putSequence(Tags.FrameVOILUTSequence, List.of(window));
        DataSet image = pixels(header(1, 2, 8, "MONOCHROME2"), Vr.OB, 0, 100, 0, 100)
                .putString(Tags.NumberOfFrames, "2")
                .putString(Tags.WindowCenter, "100")
                .putString(Tags.WindowWidth, "201")
                .putSequence(Tags.PerFrameFunctionalGroupsSequence, List.of(new DataSet(), second));
        FrameReader reader = reader(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertThat(Rendering.of(reader, 0, PLAIN).image().getRaster().getSample(1, 0, 0))
                .isEqualTo(128);
        assertThat(Rendering.of(reader, 1, PLAIN).image().getRaster().getSample(1, 0, 0))
                .isEqualTo(255);
    }

    @Test
    void showsColours() throws IOException {
        assertThat(rgb(pixels(header(1, 2, 8, "RGB"), Vr.OB, 1, 2, 3, 255, 0, 9)))
                .containsExactly(0x010203, 0xFF0009);
        assertThat(rgb(pixels(header(1, 2, 8, "YBR_FULL"), Vr.OB, 76, 85, 255, 255, 128, 128)))
                .containsExactly(0xFE0000, 0xFFFFFF);
        DataSet palette = pixels(header(1, 2, 8, "PALETTE COLOR"), Vr.OB, 0, 1);
        for (int tag : new int[] {0x00281101, 0x00281102, 0x00281103}) {
            palette.putInts(tag, Vr.US, 2, 0, 16);
        }
        palette.putBytes(Tags.RedPaletteColorLookupTableData, Vr.OW, bytes(0, 0x10, 0, 0x20));
        palette.putBytes(Tags.GreenPaletteColorLookupTableData, Vr.OW, bytes(0, 0x30, 0, 0x40));
        palette.putBytes(Tags.BluePaletteColorLookupTableData, Vr.OW, bytes(0, 0x50, 0, 0x60));
        assertThat(rgb(palette)).containsExactly(0x103050, 0x204060);
    }

    @Test
    void unrollsSegmentedPalettes() throws IOException {
        DataSet image = pixels(header(1, 4, 8, "PALETTE COLOR"), Vr.OB, 0, 1, 2, 3);
        byte[] segments = bytes(0, 0, 1, 0, 0, 0x10, 1, 0, 3, 0, 0, 0x40);
        for (int i = 0; i < 3; i++) {
            image.putInts(Tags.RedPaletteColorLookupTableDescriptor + i, Vr.US, 4, 0, 16);
            image.putBytes(Tags.SegmentedRedPaletteColorLookupTableData + i, Vr.OW, segments);
        }
        assertThat(rgb(image)).containsExactly(0x101010, 0x202020, 0x303030, 0x404040);
    }

    @Test
    void makesPicturesSmallerAndNeverLarger() throws IOException {
        DataSet image = pixels(header(4, 8, 8, "MONOCHROME2"), Vr.OB, new int[32]);
        FrameReader reader = reader(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        BufferedImage small = Rendering.of(reader, 0, PLAIN.fitting(4, 4)).image();
        assertThat(List.of(small.getWidth(), small.getHeight())).containsExactly(4, 2);
        assertThat(Rendering.of(reader, 0, PLAIN.fitting(80, 80)).image().getWidth())
                .isEqualTo(8);
    }

    @Test
    void writesPngAndJpeg() throws IOException {
        Rendering rendering = Rendering.of(
                reader(pixels(header(1, 2, 8, "MONOCHROME2"), Vr.OB, 0, 9), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                0,
                PLAIN);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        rendering.writePng(png);
        assertThat(ImageIO.read(new ByteArrayInputStream(png.toByteArray()))
                        .getRaster()
                        .getSample(1, 0, 0))
                .isEqualTo(255);
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        rendering.writeJpeg(jpeg);
        assertThat(jpeg.toByteArray()).startsWith(0xFF, 0xD8, 0xFF);
    }

    @Test
    void drawsOverlaysUnlessTheyAreHidden() throws IOException {
        DataSet image = MadeImages.overlaid(MadeImages.colour("RGB", 0));
        FrameReader reader = reader(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        BufferedImage shown = Rendering.of(reader, 0, PLAIN).image();
        BufferedImage hidden = Rendering.of(reader, 0, PLAIN.withOverlays(RenderingOptions.Overlays.HIDDEN))
                .image();
        // The overlay's third row is the picture's first: bits 22, 23 and so on of 5B B6 11 6C ...
        assertThat(shown.getRGB(4, 0) & 0xFFFFFF).isEqualTo(hidden.getRGB(4, 0) & 0xFFFFFF);
        assertThat(shown.getRGB(6, 0) & 0xFFFFFF).isEqualTo(hidden.getRGB(6, 0) & 0xFFFFFF);
        assertThat(shown.getRGB(8, 0) & 0xFFFFFF).isEqualTo(0xFFFFFF);
        assertThat(hidden.getRGB(8, 0) & 0xFFFFFF).isNotEqualTo(0xFFFFFF);
    }

    @Test
    void overlaysOfSeveralFramesBeginWhereTheySay() throws IOException {
        DataSet image = pixels(header(1, 2, 8, "MONOCHROME2"), Vr.OB, new int[6])
                .putString(Tags.NumberOfFrames, "3")
                .putInts(Tags.OverlayRows, Vr.US, 1)
                .putInts(Tags.OverlayColumns, Vr.US, 2)
                .putString(Tags.NumberOfFramesInOverlay, "2")
                .putInts(Tags.ImageFrameOrigin, Vr.US, 2)
                .putBytes(Tags.OverlayData, Vr.OW, bytes(0b1001, 0));
        FrameReader reader = reader(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        VoiWindow window = new VoiWindow(128, 256, VoiWindow.Shape.LINEAR);
        for (int frame = 0; frame < 3; frame++) {
            BufferedImage picture =
                    Rendering.of(reader, frame, PLAIN.withWindow(window)).image();
            assertThat(picture.getRaster().getSample(0, 0, 0)).isEqualTo(frame == 1 ? 255 : 0);
            assertThat(picture.getRaster().getSample(1, 0, 0)).isEqualTo(frame == 2 ? 255 : 0);
        }
    }

    @Test
    void choosesAmongWindowsAndTables() throws IOException {
        DataSet table =
                new DataSet().putInts(Tags.LUTDescriptor, Vr.US, 2, 0, 8).putInts(Tags.LUTData, Vr.US, 7, 9);
        DataSet image = pixels(header(1, 3, 8, "MONOCHROME2"), Vr.OB, 0, 1, 255)
                .putString(Tags.WindowCenter, "1", "128")
                .putString(Tags.WindowWidth, "1", "256")
                .putSequence(Tags.VOILUTSequence, List.of(table));
        assertThat(grey(image, PLAIN.withWindowing(new Windowing.OfImage(0)))).containsExactly(0, 255, 255);
        assertThat(grey(image, PLAIN.withWindowing(new Windowing.OfImage(1)))).containsExactly(0, 1, 255);
        assertThat(grey(image, PLAIN.withWindowing(new Windowing.OfImage(2)))).containsExactly(7, 9, 9);
        assertThat(grey(image, PLAIN.withWindowing(new Windowing.OfImage(9)))).containsExactly(7, 9, 9);
        assertThat(grey(image, PLAIN.withWindowing(new Windowing.WholeRange()))).containsExactly(0, 1, 255);
    }

    @Test
    void paddingDoesNotWidenTheRange() throws IOException {
        DataSet image = pixels(header(1, 4, 8, "MONOCHROME2"), Vr.OB, 0, 100, 150, 200)
                .putInts(Tags.PixelPaddingValue, Vr.US, 0);
        assertThat(grey(image, PLAIN)).containsExactly(0, 0, 128, 255);
        image.putInts(Tags.PixelPaddingRangeLimit, Vr.US, 100);
        assertThat(grey(image, PLAIN)).containsExactly(0, 0, 0, 255);
    }

    @Test
    void rendersSixteenBitsAndInverted() throws IOException {
        DataSet image = pixels(header(1, 3, 16, "MONOCHROME2"), Vr.OW, 0, 0, 1, 0, 2, 0);
        assertThat(grey(image, PLAIN.withDepth(RenderingOptions.GreyDepth.BITS_16)))
                .containsExactly(0, 0x8000, 0xFFFF);
        assertThat(grey(image, PLAIN.withPresentation(RenderingOptions.Presentation.INVERTED)))
                .containsExactly(255, 128, 0);
        FrameReader reader = reader(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        Rendering.of(reader, 0, PLAIN.withDepth(RenderingOptions.GreyDepth.BITS_16))
                .writePng(png);
        assertThat(ImageIO.read(new ByteArrayInputStream(png.toByteArray()))
                        .getRaster()
                        .getSample(1, 0, 0))
                .isEqualTo(0x8000);
    }

    @Test
    void stretchesPixelsThatAreNotSquare() throws IOException {
        DataSet image =
                pixels(header(2, 4, 8, "MONOCHROME2"), Vr.OB, new int[8]).putString(Tags.PixelSpacing, "2", "1");
        FrameReader reader = reader(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        RenderingOptions square = PLAIN.withPixels(RenderingOptions.PixelShape.SQUARE);
        assertThat(Rendering.of(reader, 0, square).image().getHeight()).isEqualTo(4);
        assertThat(Rendering.of(reader, 0, PLAIN).image().getHeight()).isEqualTo(2);
    }

    @Test
    void showsFloatingPointPixels() throws IOException {
        DataSet image = header(1, 3, 32, "MONOCHROME2");
        image.putBytes(Tags.FloatPixelData, Vr.OF, bytes(0, 0, 0, 0, 0, 0, 0x80, 0x3F, 0, 0, 0, 0x40));
        assertThat(grey(image, PLAIN)).containsExactly(0, 128, 255);
    }

    private static int[] grey(DataSet image, RenderingOptions options) throws IOException {
        FrameReader reader = reader(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        BufferedImage picture = Rendering.of(reader, 0, options).image();
        return picture.getRaster().getPixels(0, 0, picture.getWidth(), picture.getHeight(), (int[]) null);
    }

    private static int[] rgb(DataSet image) throws IOException {
        FrameReader reader = reader(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        BufferedImage picture = Rendering.of(reader, 0, PLAIN).image();
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] &= 0xFFFFFF;
        }
        return pixels;
    }
}
