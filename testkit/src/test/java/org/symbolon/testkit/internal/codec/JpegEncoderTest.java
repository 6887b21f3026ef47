package org.symbolon.testkit.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Objects;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.symbolon.testkit.internal.Randomness;
import org.symbolon.testkit.internal.phantom.Echo;

class JpegEncoderTest {
    private static final int COLUMNS = 203;
    private static final int ROWS = 117;

    @Test
    void greyPictureDecodesToNearlyItself() throws IOException {
        byte[] frame = new byte[COLUMNS * ROWS];
        for (int i = 0; i < frame.length; i++) {
            int row = i / COLUMNS;
            frame[i] = (byte) (60 + 50 * StrictMath.sin(i % COLUMNS / 9.0) + row);
        }
        byte[] encoded = JpegEncoder.grey(frame, COLUMNS, 90);
        Raster decoded = decode(encoded);
        double error = 0;
        for (int i = 0; i < frame.length; i++) {
            error += Math.abs(decoded.getSample(i % COLUMNS, i / COLUMNS, 0) - (frame[i] & 0xFF));
        }
        assertThat(error / frame.length).isLessThan(1.0);
        assertThat(encoded).hasSizeLessThan(frame.length / 3);
    }

    @Test
    void colourPictureDecodesToNearlyItself() throws IOException {
        byte[] rgb = new Echo(5).colour(3, 24, 320, 240, new Randomness(1)).samples();
        byte[] encoded = JpegEncoder.colour(rgb, 320, 95);
        var image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(encoded)));
        double error = 0;
        for (int i = 0; i < 320 * 240; i++) {
            int pixel = image.getRGB(i % 320, i / 320);
            for (int c = 0; c < 3; c++) {
                error += Math.abs((pixel >> (16 - 8 * c) & 0xFF) - (rgb[3 * i + c] & 0xFF));
            }
        }
        assertThat(error / rgb.length).isLessThan(3.0);
    }

    /** Samples as they are stored, without the colour conversion of {@code BufferedImage.getRGB}. */
    private static Raster decode(byte[] encoded) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(encoded))) {
            reader.setInput(in);
            return reader.read(0).getRaster();
        } finally {
            reader.dispose();
        }
    }
}
