package org.symbolon.dicom.image.internal.jpeg2000;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.symbolon.dicom.image.PhotometricInterpretation;
import org.symbolon.dicom.image.PixelDescription;
import org.symbolon.dicom.image.PixelDescription.Layout;
import org.symbolon.dicom.image.PixelDescription.Sign;
import org.symbolon.dicom.image.PixelFrame;

/**
 * A line of {@code golden.txt}.
 *
 * @param expectation lossless, subsampled, psnr=decibels or crc32=hexadecimal digits
 */
record GoldenFile(String name, int columns, int rows, int bits, int components, Sign sign, String expectation) {
    private static final String FOLDER = "/jpeg2000/";

    static List<GoldenFile> all() throws IOException {
        return new String(resource("golden.txt"), StandardCharsets.UTF_8)
                .lines()
                .map(GoldenFile::of)
                .toList();
    }

    static GoldenFile named(String name) throws IOException {
        return all().stream().filter(file -> file.name.equals(name)).findFirst().orElseThrow();
    }

    private static GoldenFile of(String line) {
        String[] fields = line.split(" ");
        return new GoldenFile(
                fields[0],
                Integer.parseInt(fields[1]),
                Integer.parseInt(fields[2]),
                Integer.parseInt(fields[3]),
                Integer.parseInt(fields[4]),
                fields[5].equals("signed") ? Sign.SIGNED : Sign.UNSIGNED,
                fields[6]);
    }

    byte[] bytes() throws IOException {
        return resource(name);
    }

    PixelDescription description() {
        return new PixelDescription(
                rows,
                columns,
                components,
                components == 1 ? PhotometricInterpretation.MONOCHROME2 : PhotometricInterpretation.RGB,
                bits <= 8 ? 8 : 16,
                bits,
                bits - 1,
                sign,
                Layout.BY_PIXEL,
                1);
    }

    PixelFrame decode() throws IOException {
        return decode(bytes(), description());
    }

    static PixelFrame decode(byte[] bytes, PixelDescription description) throws IOException {
        return new Jpeg2000Decoder(description).decode(new ByteArrayInputStream(bytes));
    }

    /** What was compressed; of subsampled components the sample that stands for the pixel. */
    long expected(int x, int y, int component) {
        SyntheticPicture picture = new SyntheticPicture(columns, rows, bits, components);
        boolean halved = expectation.equals("subsampled") && component > 0;
        long sample = halved ? picture.sample(x / 2 * 2, y / 2 * 2, component) : picture.sample(x, y, component);
        return sign == Sign.SIGNED ? sample - (1L << (bits - 1)) : sample;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = GoldenFile.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException("No resource " + name);
            }
            return in.readAllBytes();
        }
    }
}
