package org.symbolon.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;

/**
 * Samples of compressed frames are those that DCMTK's dcmdjpeg and dcmdrle give, every one of them; pictures are those of
 * dcm2pnm within one step of rounding.
 */
class DcmtkIT {
    /** DCMTK warns itself that applying the modality LUT to MR images may go wrong, or refuses windows narrower than 1. */
    private static final Set<String> SHOWN_OTHERWISE = Set.of(
            "dicom2nifti/tests/data/generic/anatomical/002_non_isotropic/003.dcm",
            "fo-dicom/FO-DICOM.Tests/Test Data/RI6XDosiGap.dcm");

    @TempDir
    Path folder;

    @Test
    void samplesAndPicturesAgree() throws Exception {
        assumeTrue(isInstalled("dcmdjpeg") && isInstalled("dcm2pnm"), "DCMTK is not installed");
        List<String> differences = new ArrayList<>();
        int compressed = 0;
        int pictures = 0;
        for (Path file : SharedData.files()) {
            FrameReader reader = decodable(file);
            if (reader == null || SHOWN_OTHERWISE.contains(SharedData.name(file))) {
                continue;
            }
            Path plain = file;
            if (reader.transferSyntax().encapsulated()) {
                Path exact = decompressed(reader, file, "+cn");
                if (exact == null || !sameSamples(reader, exact)) {
                    differences.add("samples of " + SharedData.name(file));
                    continue;
                }
                compressed++;
                plain = decompressed(reader, file, "+cp");
            }
            BufferedImage theirs = plain == null ? null : picture(reader, plain);
            if (theirs != null) {
                pictures++;
                if (!samePicture(
                        theirs,
                        Rendering.of(reader, 0, RenderingOptions.defaults()).image())) {
                    differences.add("picture of " + SharedData.name(file));
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compressed).isGreaterThanOrEqualTo(30);
        assertThat(pictures).isGreaterThanOrEqualTo(50);
    }

    private static @Nullable FrameReader decodable(Path file) throws IOException {
        try {
            FrameReader reader = FrameReader.open(ImageBytes.of(file), ImageLimits.defaults());
            reader.decode(0);
            return reader;
        } catch (ImageException | DicomFormatException e) {
            return null;
        }
    }

    private @Nullable Path decompressed(FrameReader reader, Path file, String colours) throws Exception {
        Path plain = folder.resolve("plain.dcm");
        Files.deleteIfExists(plain);
        boolean rle = reader.transferSyntax().uid().equals(Uids.RLELossless);
        boolean done = rle
                ? run("dcmdrle", file.toString(), plain.toString())
                : run("dcmdjpeg", colours, file.toString(), plain.toString());
        return done ? plain : null;
    }

    private static boolean sameSamples(FrameReader reader, Path plain) throws IOException {
        FrameReader theirs = FrameReader.open(ImageBytes.of(plain), ImageLimits.defaults());
        for (int frame = 0; frame < Math.min(3, reader.count()); frame++) {
            if (!Arrays.equals(Images.samples(theirs.decode(frame)), Images.samples(reader.decode(frame)))) {
                return false;
            }
        }
        return true;
    }

    /** Null where DCMTK does not render the file. */
    private @Nullable BufferedImage picture(FrameReader reader, Path plain) throws Exception {
        Path png = folder.resolve("picture.png");
        Files.deleteIfExists(png);
        DataSet header = reader.header();
        List<String> command = new ArrayList<>(List.of("dcm2pnm", "+on", "-O"));
        boolean grey = header.integer(Tags.SamplesPerPixel, 1) == 1
                && !header.string(Tags.PhotometricInterpretation).equals("PALETTE COLOR");
        if (header.contains(Tags.SharedFunctionalGroupsSequence)) {
            // dcm2pnm knows nothing of functional groups.
            return null;
        }
        String width = header.string(Tags.WindowWidth);
        if (grey && !width.isEmpty() && !width.equals("0")) {
            command.addAll(List.of("+Wi", "1"));
        } else if (grey) {
            command.add("+Wm");
        }
        command.addAll(List.of(plain.toString(), png.toString()));
        return run(command.toArray(new String[0])) ? ImageIO.read(png.toFile()) : null;
    }

    private static boolean samePicture(BufferedImage theirs, BufferedImage ours) {
        if (theirs.getWidth() != ours.getWidth() || theirs.getHeight() != ours.getHeight()) {
            return false;
        }
        boolean grey = ours.getRaster().getNumBands() == 1;
        for (int y = 0; y < ours.getHeight(); y++) {
            for (int x = 0; x < ours.getWidth(); x++) {
                int worst = grey
                        ? Math.abs(ours.getRaster().getSample(x, y, 0)
                                - theirs.getRaster().getSample(x, y, 0))
                        : worst(ours.getRGB(x, y), theirs.getRGB(x, y));
                if (worst > 1) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int worst(int a, int b) {
        int worst = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            worst = Math.max(worst, Math.abs((a >> shift & 0xFF) - (b >> shift & 0xFF)));
        }
        return worst;
    }

    private static boolean isInstalled(String tool) throws Exception {
        try {
            return run(tool, "--version");
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return false;
        }
        return process.exitValue() == 0;
    }
}
