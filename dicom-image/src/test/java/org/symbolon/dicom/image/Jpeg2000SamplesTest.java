package org.symbolon.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lossless JPEG 2000 and HTJ2K samples hold the same pixels as the same image in another transfer syntax. */
class Jpeg2000SamplesTest {
    @ParameterizedTest
    @CsvSource({
        "pydicom/test_files/MR_small_jp2klossless.dcm, pydicom/test_files/MR_small_expb.dcm",
        "pydicom/test_files/SC_rgb_gdcm_KY.dcm, pydicom-data/data/SC_rgb_gdcm2k_uncompressed.dcm",
        "dicom-test-files/data/WG04/J2KR/NM1_J2KR, dicom-test-files/data/WG04/RLE/NM1_RLE",
        "dicom-test-files/data/WG04/J2KR/NM1_J2KR, ../generated/dicom/htj2k_NM1.dcm",
        "pydicom-data/data/RG3_J2KR.dcm, dicom-test-files/data/WG04/JLSL/RG3_JLSL"
    })
    void samePixels(String compressed, String other) throws IOException {
        PixelFrame expected = frame(other);
        PixelFrame actual = frame(compressed);
        assertThat(actual.photometric()).isEqualTo(expected.photometric());
        for (int i = 0; i < expected.samples().size(); i++) {
            if (expected.samples().at(i) != actual.samples().at(i)) {
                assertThat(i)
                        .as("first sample that differs")
                        .isEqualTo(expected.samples().size());
            }
        }
    }

    private static PixelFrame frame(String name) throws IOException {
        Path file = SharedData.dicom().resolve(name).normalize();
        return FrameReader.open(ImageBytes.of(file), ImageLimits.defaults()).decode(0);
    }
}
