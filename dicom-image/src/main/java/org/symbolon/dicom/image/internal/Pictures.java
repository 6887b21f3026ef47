package org.symbolon.dicom.image.internal;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures made smaller, and written down. */
public final class Pictures {
    private Pictures() {}

    /** The picture, made smaller with its aspect ratio kept if it is larger than that. */
    public static BufferedImage fit(BufferedImage image, int maxWidth, int maxHeight) {
        double scale = Math.min((double) maxWidth / image.getWidth(), (double) maxHeight / image.getHeight());
        if (scale >= 1) {
            return image;
        }
        int width = (int) Math.max(1, Math.round(image.getWidth() * scale));
        int height = (int) Math.max(1, Math.round(image.getHeight() * scale));
        BufferedImage from = image;
        // In halves, since the filter looks at no more than four neighbours.
        while (from.getWidth() > 2 * width || from.getHeight() > 2 * height) {
            from = resize(from, Math.max(width, from.getWidth() / 2), Math.max(height, from.getHeight() / 2));
        }
        return resize(from, width, height);
    }

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

    private static BufferedImage resize(BufferedImage image, int width, int height) {
        BufferedImage smaller = new BufferedImage(width, height, image.getType());
        Graphics2D graphics = smaller.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return smaller;
    }
}
