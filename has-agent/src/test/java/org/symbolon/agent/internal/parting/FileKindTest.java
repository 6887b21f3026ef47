package org.symbolon.agent.internal.parting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {
    @TempDir
    private Path temporary = Path.of("");

    private FileKind kind(byte[] content) throws IOException {
        return FileKind.of(Files.write(temporary.resolve("file"), content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?><ClinicalDocument/>",
                "MSH and no more",
                "%PDF-1.7\n\u0000\u0001",
                "Müller, Jürgen\n",
                "x"
            })
    void textAndOtherFormats(String text) throws IOException {
        assertThat(kind(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(FileKind.OTHER_FORMAT);
        assertThat(kind(text.getBytes(Charset.forName("windows-1252")))).isEqualTo(FileKind.OTHER_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?xml version=\"1.0\"?><ClinicalDocument xmlns=\"urn:hl7-org:v3\"/>",
                "<Patient xmlns='http://hl7.org/fhir'/>",
                "{\"resourceType\":\"Bundle\"}",
                "\uFEFF {\"any\": 1}",
                "MSH|^~\\&|A|B\rPID|1\r",
                "MSH|^~\\&|A\u0000\u0001|B\rPID|1\r",
                "FHS|^~\\&|A|B\r",
                "\u000bMSH|^~\\&|A|B\r\u001c\r"
            })
    void recordsOfKnownFormats(String text) throws IOException {
        assertThat(kind(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(FileKind.PERHAPS_RECORD);
    }

    @Test
    void markBehindTheHeadOfAMessageIsDicom() throws IOException {
        byte[] file = Arrays.copyOf("MSH|^~\\&|".getBytes(StandardCharsets.US_ASCII), 200);
        System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, file, 128, 4);
        assertThat(kind(file)).isEqualTo(FileKind.PERHAPS_DICOM);
    }

    @Test
    void utf16AndImages() throws IOException {
        assertThat(kind("text".getBytes(StandardCharsets.UTF_16))).isEqualTo(FileKind.OTHER_FORMAT);
        assertThat(kind(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16}))
                .isEqualTo(FileKind.OTHER_FORMAT);
    }

    @Test
    void emptyFile() throws IOException {
        assertThat(kind(new byte[0])).isEqualTo(FileKind.EMPTY);
    }

    @Test
    void markBehindAnyPreambleIsDicom() throws IOException {
        byte[] file = new byte[200];
        Arrays.fill(file, (byte) ' ');
        System.arraycopy("II*\0".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 4);
        System.arraycopy("DICM".getBytes(StandardCharsets.US_ASCII), 0, file, 128, 4);
        assertThat(kind(file)).isEqualTo(FileKind.PERHAPS_DICOM);
    }

    @Test
    void bareDataSetsMayBeDicom() throws IOException {
        assertThat(kind(new byte[] {8, 0, 5, 0, 'C', 'S', 2, 0, ' ', ' '})).isEqualTo(FileKind.PERHAPS_DICOM);
        assertThat(kind(new byte[] {0, 8, 0, 5, 'C', 'S', 0, 2, ' ', ' '})).isEqualTo(FileKind.PERHAPS_DICOM);
    }
}
