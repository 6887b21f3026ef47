package org.symbolon.dicomtools.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

class RenderCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void anImageBecomesAPicture() throws IOException {
        Samples.write(folder.resolve("in/x/a.dcm"), Samples.image());

        Run run = Run.of("render", folder.resolve("in"), "--out", folder.resolve("out"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        BufferedImage picture = picture("out/x/a.dcm.png");
        assertThat(picture.getWidth()).isEqualTo(16);
        assertThat(picture.getHeight()).isEqualTo(8);
    }

    @Test
    void aWindowChangesThePicture() throws IOException {
        Path file = Samples.write(folder.resolve("a.dcm"), Samples.image());

        assertThat(Run.of("render", file, "--window", "5000,1", "--out", folder.resolve("dark"))
                        .exitCode())
                .isZero();
        assertThat(Run.of("render", file, "--window", "-1,1", "--out", folder.resolve("light"))
                        .exitCode())
                .isZero();

        assertThat(picture("dark/a.dcm.png").getRGB(3, 3)).isEqualTo(0xFF000000);
        assertThat(picture("light/a.dcm.png").getRGB(3, 3)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void framesAreChosen() throws IOException {
        DataSet three = Samples.image()
                .putString(Tags.NumberOfFrames, "3")
                .putBytes(Tags.PixelData, Vr.OW, new byte[3 * 16 * 8 * 2]);
        Path file = Samples.write(folder.resolve("a.dcm"), three);
        Path out = folder.resolve("out");

        assertThat(Run.of("render", file, "--out", out).exitCode()).isZero();
        assertThat(out.resolve("a.dcm.1.png")).exists();
        assertThat(out.resolve("a.dcm.2.png")).doesNotExist();
        assertThat(Run.of("render", file, "--frame", "all", "--format", "jpeg", "--out", out)
                        .exitCode())
                .isZero();
        assertThat(out.resolve("a.dcm.3.jpg")).exists();
        Run missing = Run.of("render", file, "--frame", "4", "--out", out);
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.err()).contains("NO_SUCH_FRAME: no frame 4: the image has 3");
    }

    @Test
    void picturesAreMadeToFit() throws IOException {
        Path file = Samples.write(folder.resolve("a.dcm"), Samples.image());

        assertThat(Run.of("render", file, "--size", "8x8", "--out", folder).exitCode())
                .isZero();

        assertThat(picture("a.dcm.png").getWidth()).isEqualTo(8);
        assertThat(picture("a.dcm.png").getHeight()).isEqualTo(4);
    }

    @Test
    void wrongOptionsAreNamed() throws IOException {
        Path file = Samples.write(folder.resolve("a.dcm"), Samples.image());

        assertThat(Run.of("render", file, "--out", folder, "--window", "a,b").err())
                .contains("--window is");
        assertThat(Run.of("render", file, "--out", folder, "--size", "8").err()).contains("--size is");
        assertThat(Run.of("render", file, "--out", folder, "--frame", "0").err())
                .contains("a number from 1");
        assertThat(Run.of("render", file, "--out", folder, "--depth", "16", "--format", "jpeg")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void aFileWithoutPixelsIsNamed() throws IOException {
        Path file = Samples.write(folder.resolve("a.dcm"), Samples.image().remove(Tags.PixelData));

        Run run = Run.of("render", file, "--out", folder.resolve("out"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith(file + ": NO_PIXELS: ");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private BufferedImage picture(String name) throws IOException {
        return Objects.requireNonNull(ImageIO.read(folder.resolve(name).toFile()));
    }
}
