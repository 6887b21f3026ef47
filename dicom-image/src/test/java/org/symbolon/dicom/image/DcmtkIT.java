package org.symbolon.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;

/**
 * Samples of compressed frames are those that DCMTK's dcmdjpeg and dcmdrle give, every one of them; pictures are those of
 * dcm2pnm within one step of 256 where they are grey, two where YBR was converted, which DCMTK does with tables.
 */
class DcmtkIT {
    /**
     * DCMTK warns itself that applying the modality LUT to MR images may go wrong, refuses windows narrower than 1, and does
     * not decompress the JPEG-LS file, whose stream ends without EOI and which GDCM decodes as we do.
     */
    private static final Set<String> SHOWN_OTHERWISE = Set.of(
            "pydicom-data/data/JLSL_08_07_0_1F.dcm",
            "dicom2nifti/tests/data/generic/anatomical/002_non_isotropic/003.dcm",
            "fo-dicom/FO-DICOM.Tests/Test Data/RI6XDosiGap.dcm");

    @TempDir
    Path folder;

    @Test
    void samplesAndPicturesAgree() throws Exception {
        Peers.require("dcmdjpls", "--version");
        List<String> differences = new ArrayList<>();
        int compressed = 0;
        int pictures = 0;
        for (Path file : SharedData.files()) {
            FrameReader reader = decodable(file);
            if (reader == null || notOfDcmtk(reader) || SHOWN_OTHERWISE.contains(SharedData.name(file))) {
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

    /** JPEG 2000 has peers of its own; single bits and newer transfer syntaxes DCMTK does not decompress. */
    private static boolean notOfDcmtk(FrameReader reader) {
        String uid = reader.transferSyntax().uid();
        return uid.startsWith("1.2.840.10008.1.2.4.9")
                || uid.startsWith("1.2.840.10008.1.2.4.20")
                || uid.equals(Uids.DeflatedImageFrameCompression)
                || (reader.transferSyntax().encapsulated()
                        && !reader.description().inWholeBytes());
    }

    @Test
    void madeImagesLookTheSame() throws Exception {
        Peers.require("dcm2pnm", "--version");
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, DataSet> made : MadeImages.all().entrySet()) {
            Path file = folder.resolve("made.dcm");
            Part10Writer.write(file, made.getValue(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            FrameReader reader = Images.open(file);
            BufferedImage theirs = picture(reader, file);
            BufferedImage ours =
                    Rendering.of(reader, 0, RenderingOptions.defaults()).image();
            if (theirs == null || !samePicture(theirs, ours)) {
                differences.add(made.getKey());
            }
        }
        assertThat(differences).isEmpty();
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
        boolean done = switch (reader.transferSyntax().uid()) {
            case Uids.RLELossless -> Peers.run("dcmdrle", file.toString(), plain.toString());
            case Uids.JPEGLSLossless, Uids.JPEGLSNearLossless ->
                Peers.run("dcmdjpls", file.toString(), plain.toString());
            default -> Peers.run("dcmdjpeg", colours, file.toString(), plain.toString());
        };
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
        List<String> command = new ArrayList<>(List.of("dcm2pnm", "+on"));
        boolean grey = header.integer(Tags.SamplesPerPixel, 1) == 1
                && !header.string(Tags.PhotometricInterpretation).equals("PALETTE COLOR");
        if (header.contains(Tags.SharedFunctionalGroupsSequence)) {
            // dcm2pnm knows nothing of functional groups.
            return null;
        }
        String width = header.string(Tags.WindowWidth);
        if (grey && header.contains(Tags.VOILUTSequence)) {
            command.addAll(List.of("+Wl", "1"));
            width = "";
        }
        if (grey && !width.isEmpty() && !width.equals("0")) {
            command.addAll(List.of("+Wi", "1"));
        } else if (grey && !command.contains("+Wl")) {
            command.add("+Wm");
        }
        command.addAll(List.of(plain.toString(), png.toString()));
        return Peers.run(command.toArray(new String[0])) ? ImageIO.read(png.toFile()) : null;
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
                if (worst > (grey ? 1 : 2)) {
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
}
