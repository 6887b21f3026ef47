package org.symbolon.dicom.image.internal;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures in another size, and written down. */
public final class Pictures {
    private Pictures() {}

    /**
     * The picture with square pixels, and made smaller with its aspect ratio kept if it is larger than allowed.
     *
     * @param pixelHeight how many times higher than wide its pixels are; 1 leaves it as it is
     */
    public static BufferedImage fit(BufferedImage image, double pixelHeight, int maxWidth, int maxHeight) {
        double width = image.getWidth() * Math.max(1, 1 / pixelHeight);
        double height = image.getHeight() * Math.max(1, pixelHeight);
        double scale = Math.min(1, Math.min(maxWidth / width, maxHeight / height));
        int newWidth = (int) Math.max(1, Math.round(width * scale));
        int newHeight = (int) Math.max(1, Math.round(height * scale));
        if (newWidth == image.getWidth() && newHeight == image.getHeight()) {
            return image;
        }
        return scaled(scaled(image, newWidth, image.getHeight()), newWidth, newHeight);
    }

    /** Does not close the stream. */
    public static void write(BufferedImage image, String format, OutputStream out) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        if (!writers.hasNext()) {
            throw new IllegalStateException("The JDK has no such image writer");
        }
        ImageWriter writer = writers.next();
        try (MemoryCacheImageOutputStream target = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(target);
            writer.write(image);
        } finally {
            writer.dispose();
        }
    }

    /** A grey picture with eight bits a pixel; others as they are. */
    public static BufferedImage inBytes(BufferedImage image) {
        if (image.getType() != BufferedImage.TYPE_USHORT_GRAY) {
            return image;
        }
        BufferedImage bytes = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                bytes.getRaster().setSample(x, y, 0, image.getRaster().getSample(x, y, 0) >> 8);
            }
        }
        return bytes;
    }

    /** In one direction, the other length being the picture's own. */
    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage result = new BufferedImage(width, height, image.getType());
        boolean across = width != image.getWidth();
        int from = across ? image.getWidth() : image.getHeight();
        int to = across ? width : height;
        if (from == to) {
            return image;
        }
        Raster source = image.getRaster();
        WritableRaster target = result.getRaster();
        int lines = across ? image.getHeight() : image.getWidth();
        double[] line = new double[from];
        double[] scaled = new double[to];
        for (int band = 0; band < source.getNumBands(); band++) {
            for (int i = 0; i < lines; i++) {
                if (across) {
                    source.getSamples(0, i, from, 1, band, line);
                } else {
                    source.getSamples(i, 0, 1, from, band, line);
                }
                if (to < from) {
                    shrink(line, scaled);
                } else {
                    stretch(line, scaled);
                }
                if (across) {
                    target.setSamples(0, i, to, 1, band, scaled);
                } else {
                    target.setSamples(i, 0, 1, to, band, scaled);
                }
            }
        }
        return result;
    }

    /** Each new sample is the mean of what it covers. */
    private static void shrink(double[] line, double[] smaller) {
        double step = (double) line.length / smaller.length;
        for (int i = 0; i < smaller.length; i++) {
            double start = i * step;
            double end = Math.min(line.length, start + step);
            double sum = 0;
            for (int k = (int) start; k < end; k++) {
                sum += line[k] * (Math.min(end, k + 1) - Math.max(start, k));
            }
            smaller[i] = Math.round(sum / (end - start));
        }
    }

    /** Each new sample lies between its neighbours. */
    private static void stretch(double[] line, double[] longer) {
        double step = (double) line.length / longer.length;
        for (int i = 0; i < longer.length; i++) {
            double at = Math.max(0, Math.min(line.length - 1.0, (i + 0.5) * step - 0.5));
            int left = (int) at;
            int right = Math.min(line.length - 1, left + 1);
            longer[i] = Math.round(line[left] + (line[right] - line[left]) * (at - left));
        }
    }
}
