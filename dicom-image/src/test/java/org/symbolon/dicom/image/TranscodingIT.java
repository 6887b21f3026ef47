package org.symbolon.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;

/** What we compress DCMTK and pydicom decompress to the same cells, and what DCMTK compresses we do. */
class TranscodingIT {
    private static final PixelTranscoder TRANSCODER = PixelTranscoder.of(ImageLimits.defaults());
    private static final List<String> MADE = List.of(
            "plain", "signed", "8 bits", "RGB", "RGB by plane", "YBR_FULL", "palette of 8 bits", "overlay in cells");
    private static final List<String> REAL = List.of(
            "pydicom/test_files/MR_small_expb.dcm",
            "pydicom/test_files/SC_rgb_small_odd_big_endian.dcm",
            "pydicom-data/data/JPEG-LL.dcm",
            "pydicom-data/data/emri_small_big_endian.dcm",
            "highdicom/data/test_files/sm_image_grayscale.dcm",
            "dicom-test-files/data/WG04/JLSN/MR2_JLSN");
    /** How each of our transfer syntaxes is taken apart by DCMTK. */
    private static final Map<String, List<String>> DECOMPRESS = Map.of(
            Uids.RLELossless, List.of("dcmdrle"),
            Uids.JPEGLossless, List.of("dcmdjpeg", "+cn"),
            Uids.JPEGLosslessSV1, List.of("dcmdjpeg", "+cn"),
            Uids.JPEGLSLossless, List.of("dcmdjpls"));

    private static final List<List<String>> COMPRESS = List.of(
            List.of("dcmcrle"),
            List.of("dcmcjpeg", "+e1"),
            List.of("dcmcjpeg", "+el", "+sv", "6"),
            List.of("dcmcjpls"),
            List.of("dcmcjpls", "+il"),
            List.of("dcmcjpls", "+is"));

    private static final String SAME_PIXELS = """
            import pydicom, sys
            for a, b in zip(sys.argv[1::2], sys.argv[2::2]):
                x, y = pydicom.dcmread(a).pixel_array, pydicom.dcmread(b).pixel_array
                assert x.dtype == y.dtype and (x == y).all(), a
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void dcmtkIsThere() throws Exception {
        Peers.require("dcmcjpls", "--version");
    }

    @Test
    void dcmtkReadsWhatWeCompress() throws Exception {
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, Path> image : natives().entrySet()) {
            for (Map.Entry<String, List<String>> tool : DECOMPRESS.entrySet()) {
                Path compressed = folder.resolve("compressed.dcm");
                TRANSCODER.transcode(image.getValue(), syntax(tool.getKey()), compressed);
                Path theirs = folder.resolve("theirs.dcm");
                boolean read = run(tool.getValue(), compressed, theirs);
                if (!read || !sameCells(image.getValue(), theirs)) {
                    differences.add(image.getKey() + ": " + tool.getKey());
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void weReadWhatDcmtkCompresses() throws Exception {
        List<String> differences = new ArrayList<>();
        int compared = 0;
        for (Map.Entry<String, Path> image : natives().entrySet()) {
            for (List<String> tool : COMPRESS) {
                Path theirs = folder.resolve("theirs.dcm");
                if (run(tool, image.getValue(), theirs)) {
                    compared++;
                    LosslessCheck check = LosslessCheck.compare(image.getValue(), theirs, ImageLimits.defaults());
                    if (!check.passed()) {
                        differences.add(image.getKey() + ": " + tool + " " + check);
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(60);
    }

    @Test
    void pydicomReadsOurRunLengths() throws Exception {
        Peers.require("/usr/bin/python3", "-c", "import pydicom, numpy");
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", "-c", SAME_PIXELS));
        int number = 0;
        for (Path image : natives().values()) {
            Path compressed = folder.resolve("rle" + number++ + ".dcm");
            TRANSCODER.transcode(image, TransferSyntax.RLE_LOSSLESS, compressed);
            command.add(image.toString());
            command.add(compressed.toString());
        }
        assertThat(Peers.run(command.toArray(new String[0]))).isTrue();
    }

    /** All images, native and explicit little endian. */
    private Map<String, Path> natives() throws IOException {
        Map<String, Path> images = new LinkedHashMap<>();
        for (Map.Entry<String, DataSet> made : MadeImages.all().entrySet()) {
            if (MADE.contains(made.getKey())) {
                Path file = folder.resolve("made" + images.size() + ".dcm");
                Part10Writer.write(file, made.getValue(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
                images.put(made.getKey(), file);
            }
        }
        for (String name : REAL) {
            Path file = folder.resolve("real" + images.size() + ".dcm");
            TRANSCODER.transcode(SharedData.dicom().resolve(name), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, file);
            images.put(name, file);
        }
        return images;
    }

    private static boolean run(List<String> tool, Path in, Path out) throws Exception {
        Files.deleteIfExists(out);
        List<String> command = new ArrayList<>(tool);
        command.add(in.toString());
        command.add(out.toString());
        return Peers.run(command.toArray(new String[0]));
    }

    /** Whole cells, pixel by pixel, those bits too that are not of the samples. */
    private static boolean sameCells(Path ours, Path theirs) throws IOException {
        FrameReader a = Images.open(ours);
        FrameReader b = Images.open(theirs);
        for (int frame = 0; frame < a.count(); frame++) {
            if (!Arrays.equals(a.cells(frame).bytes(), b.cells(frame).bytes())) {
                return false;
            }
        }
        return a.count() == b.count();
    }

    private static TransferSyntax syntax(String uid) {
        TransferSyntax syntax = TransferSyntax.of(uid);
        if (syntax == null) {
            throw new IllegalStateException("No such transfer syntax");
        }
        return syntax;
    }
}
