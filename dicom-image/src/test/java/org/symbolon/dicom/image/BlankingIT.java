package org.symbolon.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;

/** DCMTK decodes what we have blanked: the rectangles are black there too, the rest is what it decodes of the original. */
class BlankingIT {
    /** How DCMTK takes a transfer syntax apart, without touching its colours. */
    private static final Map<String, List<String>> DECODE = Map.of(
            Uids.RLELossless, List.of("dcmdrle"),
            Uids.JPEGLossless, List.of("dcmdjpeg", "+cn"),
            Uids.JPEGLosslessSV1, List.of("dcmdjpeg", "+cn"),
            Uids.JPEGLSLossless, List.of("dcmdjpls"));

    private static final List<String> REAL = List.of(
            "pydicom/test_files/MR_small_expb.dcm",
            "pydicom/test_files/SC_rgb_small_odd_big_endian.dcm",
            "pydicom-data/data/emri_small_big_endian.dcm",
            "dicom-test-files/data/WG04/JLSN/MR2_JLSN");

    @TempDir
    Path folder;

    @Test
    void dcmtkSeesTheSame() throws Exception {
        Peers.require("dcmdjpls", "--version");
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Map.Entry<String, Path> image : images().entrySet()) {
            for (String uid : DECODE.keySet()) {
                Path compressed = folder.resolve("compressed.dcm");
                PixelTranscoder.of(ImageLimits.defaults())
                        .transcode(image.getValue(), Objects.requireNonNull(TransferSyntax.of(uid)), compressed);
                FrameReader original = decoded(compressed, uid, "original");
                List<Rectangle> rectangles = Blanked.some(
                        original.description().rows(), original.description().columns());
                Blanked.Image blanked = Blanked.of(ImageBytes.of(compressed), rectangles);
                Path file = folder.resolve("blanked.dcm");
                Part10Writer.write(file, blanked.read(), blanked.syntax());
                Blanked.difference(original, decoded(file, blanked.syntax().uid(), "result"), rectangles)
                        .ifPresent(what -> differences.add(image.getKey() + ", " + uid + ": " + what));
                compared++;
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(30);
    }

    @Test
    void dcmtkSeesBlackInWhatWasLossy() throws Exception {
        Peers.require("dcmdjpeg", "--version");
        Path jpeg = SharedData.dicom().resolve("pydicom/test_files/SC_rgb_dcmtk_+eb+cy+n1.dcm");
        List<Rectangle> rectangles = List.of(new Rectangle(3, 3, 40, 40));
        Blanked.Image blanked = Blanked.of(ImageBytes.of(jpeg), rectangles);
        Path file = folder.resolve("blanked.dcm");
        Part10Writer.write(file, blanked.read(), blanked.syntax());

        FrameReader theirs = decoded(file, blanked.syntax().uid(), "result");

        Optional<String> difference = Blanked.difference(Images.open(jpeg), theirs, rectangles);
        assertThat(difference).isEmpty();
    }

    private FrameReader decoded(Path file, String uid, String name) throws Exception {
        Path out = folder.resolve(name + ".dcm");
        Files.deleteIfExists(out);
        List<String> command = new ArrayList<>(Objects.requireNonNull(DECODE.get(uid)));
        command.add(file.toString());
        command.add(out.toString());
        assertThat(Peers.run(command.toArray(new String[0]))).as(uid).isTrue();
        return Images.open(out);
    }

    private Map<String, Path> images() throws IOException {
        List<String> made = List.of("plain", "signed", "8 bits", "MONOCHROME1", "RGB", "YBR_FULL", "palette of 8 bits");
        Map<String, Path> images = new LinkedHashMap<>();
        for (Map.Entry<String, DataSet> image : MadeImages.all().entrySet()) {
            if (made.contains(image.getKey())) {
                Path file = folder.resolve("made" + images.size() + ".dcm");
                Part10Writer.write(file, image.getValue(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
                images.put(image.getKey(), file);
            }
        }
        for (String name : REAL) {
            Path file = folder.resolve("real" + images.size() + ".dcm");
            PixelTranscoder.of(ImageLimits.defaults())
                    .transcode(SharedData.dicom().resolve(name), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, file);
            images.put(name, file);
        }
        return images;
    }
}
