package org.symbolon.dicom.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.image.internal.Palettes;

/** Images blanked as those do it who have the bytes of the data set, and what they must show then. */
final class Blanked {
    private Blanked() {}

    /** The blanked data set, plain, and its transfer syntax. */
    @SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
    record Image(byte[] dataSet, TransferSyntax syntax) {
        FrameReader reader() throws IOException {
            return Images.reader(dataSet, syntax);
        }

        DataSet read() throws IOException {
            try (DataSetReader reader =
                    DataSetReader.of(new ByteArrayInputStream(dataSet), syntax, ReaderOptions.defaults())) {
                return DataSet.read(reader);
            }
        }
    }

    static Image of(ImageBytes bytes, List<Rectangle> rectangles) throws IOException {
        return of(bytes, rectangles, Blanking.CellBits.KEEP);
    }

    static Image of(ImageBytes bytes, List<Rectangle> rectangles, Blanking.CellBits bits) throws IOException {
        Blanking blanking = Blanking.of(FrameReader.open(bytes, ImageLimits.defaults()), rectangles, bits);
        byte[] dataSet;
        try (InputStream in = bytes.dataSet().open(0)) {
            dataSet = in.readAllBytes();
        }
        if (blanking.needsRecoding()) {
            return recoded(blanking, dataSet, bytes.transferSyntax());
        }
        if (blanking.needsRewriting()) {
            ByteArrayOutputStream value = new ByteArrayOutputStream();
            blanking.rewrite(value);
            if (value.size() != blanking.valueLength()) {
                throw new AssertionError("Another length than before");
            }
            System.arraycopy(value.toByteArray(), 0, dataSet, (int) blanking.valueOffset(), value.size());
            return new Image(dataSet, plain(bytes.transferSyntax()));
        }
        long[] end = {0};
        blanking.patch((offset, patch) -> {
            if (offset < end[0]) {
                throw new AssertionError("Patches overlap");
            }
            end[0] = offset + patch.length;
            System.arraycopy(patch, 0, dataSet, (int) offset, patch.length);
        });
        return new Image(dataSet, plain(bytes.transferSyntax()));
    }

    private static Image recoded(Blanking blanking, byte[] dataSet, TransferSyntax old) throws IOException {
        ByteArrayOutputStream fragments = new ByteArrayOutputStream();
        RecodedPixels recoded = blanking.recode(fragments);
        if (recoded.fragmentsLength() != fragments.size()) {
            throw new AssertionError("Another length than was written");
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(dataSet, 0, (int) recoded.valueOffset());
        whole.writeBytes(recoded.offsetTable());
        whole.writeBytes(fragments.toByteArray());
        int behind = (int) (recoded.valueOffset() + recoded.valueLength());
        whole.write(dataSet, behind, dataSet.length - behind);
        DataSet changed = new Image(whole.toByteArray(), old).read();
        recoded.removes().forEach(changed::remove);
        for (Element element : recoded.puts()) {
            changed.put(element);
        }
        return new Image(DataSetWriter.toBytes(changed, recoded.transferSyntax()), recoded.transferSyntax());
    }

    private static TransferSyntax plain(TransferSyntax syntax) {
        return syntax.deflated() ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN : syntax;
    }

    /** What is wrong with the blanked image, if anything is. */
    static Optional<String> difference(FrameReader before, FrameReader after, List<Rectangle> rectangles)
            throws IOException {
        if (before.count() != after.count()) {
            return Optional.of("number of frames");
        }
        boolean pairs = !before.found().encapsulated()
                && before.description().photometric().isHalved();
        boolean[] blank = mask(before.description(), rectangles, pairs);
        for (int frame = 0; frame < before.count(); frame++) {
            PixelFrame a = before.decode(frame);
            PixelFrame b = after.decode(frame);
            if (a.photometric() != b.photometric() || a.rows() != b.rows() || a.columns() != b.columns()) {
                return Optional.of("shape of frame " + frame);
            }
            int components = a.photometric().samples();
            long[] black = new long[components];
            Arrays.setAll(black, component -> black(b, component, after.header()));
            for (int i = 0; i < a.samples().size(); i++) {
                boolean inside = blank[i / components];
                long expected = inside
                        ? black(b, i % components, after.header())
                        : a.samples().at(i);
                if (b.samples().at(i) != expected) {
                    return Optional.of("frame " + frame + " sample " + i + (inside ? " is not black" : " changed"));
                }
            }
        }
        return Optional.empty();
    }

    /** By pixel, whether it must be black. */
    private static boolean[] mask(PixelDescription image, List<Rectangle> rectangles, boolean pairs) {
        boolean[] mask = new boolean[image.rows() * image.columns()];
        for (Rectangle rectangle : rectangles) {
            int left = pairs ? rectangle.left() / 2 * 2 : rectangle.left();
            int right = Math.min(image.columns(), pairs ? (rectangle.right() + 1) / 2 * 2 : rectangle.right());
            for (int row = rectangle.top(); row < Math.min(image.rows(), rectangle.bottom()); row++) {
                for (int column = left; column < right; column++) {
                    mask[row * image.columns() + column] = true;
                }
            }
        }
        return mask;
    }

    private static long black(PixelFrame frame, int component, DataSet header) {
        int bits = frame.bitsStored();
        Samples samples = frame.samples();
        boolean signed = samples.sign() == PixelDescription.Sign.SIGNED;
        return switch (frame.photometric()) {
            case MONOCHROME1 -> (1L << (signed ? bits - 1 : bits)) - 1;
            case MONOCHROME2 -> signed ? -(1L << (bits - 1)) : 0;
            case YBR_FULL, YBR_RCT, YBR_ICT -> component == 0 ? 0 : 1L << (bits - 1);
            case YBR_PARTIAL_422 -> component == 0 ? 16L << (bits - 8) : 1L << (bits - 1);
            case CMYK -> component == 3 ? (1L << bits) - 1 : 0;
            case PALETTE_COLOR -> Palettes.darkestIndex(header, bits);
            default -> 0;
        };
    }

    /** The values of a basic offset table. */
    static long[] offsets(byte[] table) {
        ByteBuffer numbers = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        long[] offsets = new long[table.length / 4];
        Arrays.setAll(offsets, i -> numbers.getInt() & 0xFFFFFFFFL);
        return offsets;
    }

    static List<Rectangle> some(int rows, int columns) {
        List<Rectangle> rectangles = new ArrayList<>();
        rectangles.add(new Rectangle(0, 0, Rectangle.MAX_EDGE, Math.max(1, rows / 8)));
        rectangles.add(new Rectangle(columns / 3, rows / 4, Math.max(1, columns / 3), Math.max(1, rows / 5)));
        rectangles.add(new Rectangle(columns / 2, rows / 3, Math.max(1, columns / 4), Math.max(1, rows / 4)));
        rectangles.add(new Rectangle(columns - 1, rows - 1, 1, 1));
        return rectangles;
    }
}
