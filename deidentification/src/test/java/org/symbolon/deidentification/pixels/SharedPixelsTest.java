package org.symbolon.deidentification.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.deidentification.pixels.PixelDecision.Blank;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.image.FrameReader;
import org.symbolon.dicom.image.ImageBytes;
import org.symbolon.dicom.image.ImageException;
import org.symbolon.dicom.image.ImageLimits;
import org.symbolon.dicom.image.PixelFrame;
import org.symbolon.dicom.image.Rectangle;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Every image of the shared test data, blanked and restored. */
class SharedPixelsTest {
    private static final Path DATA =
            Path.of(System.getProperty("symbolon.repository.root", "..")).resolve("../shared/data/dicom");
    /** Larger samples take long and show nothing new. */
    private static final long MAX_SAMPLES = 8_000_000;

    @TempDir
    private Path folder;

    private int images;
    private int recoded;

    @Test
    void rectangleIsBlackTheRestIsAsBeforeAndTheWayBackIsExact() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "the shared test data is not beside the repository");
        List<String> wrong = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        try (Stream<Path> files = Files.walk(DATA)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                try {
                    blank(file).ifPresent(what -> wrong.add(DATA.relativize(file) + ": " + what));
                } catch (SymbolonException e) {
                    assertThat(e.code()).isEqualTo(ErrorCode.IDENTITY_AT_RISK);
                    refused.add(DATA.relativize(file).toString());
                } catch (DicomFormatException | ImageException e) {
                    // Not an image, or not one that can be decoded: there is nothing to compare with.
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(refused).isEmpty();
        assertThat(images).isGreaterThan(90);
        assertThat(recoded).isGreaterThan(30);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private Optional<String> blank(Path file) throws IOException {
        DicomFile dicom = DicomFile.open(file);
        FrameReader before = FrameReader.open(ImageBytes.of(dicom), ImageLimits.defaults());
        int rows = before.description().rows();
        int columns = before.description().columns();
        if ((long) before.description().samplesPerFrame() * before.count() > MAX_SAMPLES) {
            return Optional.empty();
        }
        before.decode(before.count() - 1);
        Rectangle rectangle =
                new Rectangle(columns / 4, rows / 3, Math.max(2, columns / 3 / 2 * 2), Math.max(1, rows / 4));
        Path plain = dicom.transferSyntax().deflated() ? inflated(dicom) : file;
        long offset = plain.equals(file) ? dicom.dataSetOffset() : 0;
        TransferSyntax encoding =
                plain.equals(file) ? dicom.transferSyntax() : TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        PixelEdits edits = new PixelCleaner(ImageLimits.defaults())
                .plan(plain, offset, encoding, new Blank("test", List.of(rectangle)), folder);
        SplicedFile spliced = new SplicedFile(plain, offset, encoding, edits);
        byte[] original = Files.readAllBytes(plain);
        if (edits.temporaryFile() != null) {
            recoded++;
            Files.delete(edits.temporaryFile());
        }
        if (!plain.equals(file)) {
            Files.delete(plain);
        }
        if (!Arrays.equals(spliced.restored(), Arrays.copyOfRange(original, (int) offset, original.length))) {
            return Optional.of("the original does not come back");
        }
        images++;
        return difference(before, FrameReader.open(spliced.image(), ImageLimits.defaults()), rectangle);
    }

    private Path inflated(DicomFile file) throws IOException {
        Path plain = folder.resolve("inflated");
        try (var in = file.dataSetStream()) {
            Files.copy(in, plain);
        }
        return plain;
    }

    /** All blanked pixels are the same and as dark as none other; all others are what they were. */
    private static Optional<String> difference(FrameReader before, FrameReader after, Rectangle rectangle)
            throws IOException {
        if (before.count() != after.count()) {
            return Optional.of("number of frames");
        }
        boolean pairs = !before.transferSyntax().encapsulated()
                && before.description().photometric().isHalved();
        for (int frame = 0; frame < before.count(); frame++) {
            PixelFrame a = before.decode(frame);
            PixelFrame b = after.decode(frame);
            int components = a.photometric().samples();
            if (a.photometric() != b.photometric()
                    || a.samples().size() != b.samples().size()) {
                return Optional.of("shape");
            }
            int first = (rectangle.top() * a.columns() + rectangle.left()) * components;
            for (int i = 0; i < a.samples().size(); i++) {
                int row = i / components / a.columns();
                int column = i / components % a.columns();
                boolean inside = row >= rectangle.top()
                        && row < rectangle.bottom()
                        && column >= (pairs ? rectangle.left() / 2 * 2 : rectangle.left())
                        && column < (pairs ? (rectangle.right() + 1) / 2 * 2 : rectangle.right());
                long expected = inside
                        ? b.samples().at(first + i % components)
                        : a.samples().at(i);
                if (b.samples().at(i) != expected) {
                    return Optional.of("frame " + frame + ", sample " + i + (inside ? " not blank" : " changed"));
                }
            }
        }
        return Optional.empty();
    }
}
