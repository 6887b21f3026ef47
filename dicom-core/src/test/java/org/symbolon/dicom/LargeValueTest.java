package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeValueTest {
    private static final int BYTES = 200_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void staysOnDiskAboveTheLimitAndIsLittleEndianWhenRead() throws IOException {
        byte[] pixels = pixels();
        DataSet dataSet = new DataSet()
                .putString(Tags.SOPClassUID, "1.2")
                .putString(Tags.SOPInstanceUID, "1.3")
                .putBytes(Tags.PixelData, Vr.OW, pixels);
        for (TransferSyntax syntax : new TransferSyntax[] {
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN
        }) {
            Path path = folder.resolve("in");
            Part10Writer.write(path, dataSet, syntax);
            DicomFile file = DicomFile.open(path);
            assertThat(file.dataSet(ReaderOptions.defaults().withLargeValuesAbove(BYTES))
                            .largeValue(Tags.PixelData))
                    .isNull();
            DataSet read = file.dataSet(ReaderOptions.defaults().withLargeValuesAbove(BYTES - 1));
            LargeValue large = Objects.requireNonNull(read.largeValue(Tags.PixelData));
            assertThat(large.length()).isEqualTo(BYTES);
            assertThat(large.bytes(BYTES)).isEqualTo(pixels);
            assertThatThrownBy(() -> large.bytes(BYTES - 1))
                    .satisfies(DataSetReaderTest.problem(DicomProblem.LIMIT_EXCEEDED));
            assertThatThrownBy(() -> read.bytes(Tags.PixelData)).isInstanceOf(IllegalStateException.class);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            large.writeTo(Channels.newChannel(out));
            assertThat(out.toByteArray()).isEqualTo(pixels);
            for (TransferSyntax to : new TransferSyntax[] {
                TransferSyntax.EXPLICIT_VR_BIG_ENDIAN, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN
            }) {
                assertThat(DataSetWriter.toBytes(read, to)).isEqualTo(DataSetWriter.toBytes(dataSet, to));
            }
        }
    }

    @Test
    void aFileThatBecameShorterIsTruncated() throws IOException {
        Path path = Files.write(folder.resolve("file"), new byte[100]);
        LargeValue value = LargeValue.of(path, 50, 51);
        assertThatThrownBy(() -> value.writeTo(Channels.newChannel(new ByteArrayOutputStream())))
                .satisfies(DataSetReaderTest.problem(DicomProblem.TRUNCATED));
        assertThatThrownBy(() -> value.bytes(100)).satisfies(DataSetReaderTest.problem(DicomProblem.TRUNCATED));
    }

    @Test
    void aReaderStreamsAValueOfAnyLength() throws IOException {
        byte[] pixels = pixels();
        byte[] bytes = DataSetWriter.toBytes(
                new DataSet().putBytes(Tags.PixelData, Vr.OW, pixels).putString(Tags.PatientID, "1"),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        ReaderOptions options = ReaderOptions.defaults().withMaxValueBytes(10);
        for (DataSetReader reader : new DataSetReader[] {
            DataSetReader.of(bytes, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, options),
            DataSetReader.of(ByteBuffer.wrap(bytes), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, options),
            DataSetReader.of(direct(bytes), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, options),
            DataSetReader.of(new ByteArrayInputStream(bytes), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, options)
        }) {
            reader.next();
            reader.next();
            InputStream value = reader.valueStream();
            assertThat(value.read()).isZero();
            assertThat(value.readNBytes(99)).isEqualTo(Arrays.copyOfRange(pixels, 1, 100));
            assertThatThrownBy(reader::value).isInstanceOf(IllegalStateException.class);
            assertThat(reader.next()).isNull();
            assertThat(value.read()).isEqualTo(-1);
            assertThat(reader.position()).isEqualTo(bytes.length);
        }
    }

    @Test
    void aBoundedStreamIsNeverShort() throws IOException {
        InputStream in = new BoundedInputStream(new ByteArrayInputStream(new byte[10]), 4);
        assertThat(in.read()).isZero();
        assertThat(in.skip(2)).isEqualTo(2);
        assertThat(in.readAllBytes()).hasSize(1);
        assertThat(in.read()).isEqualTo(-1);
        InputStream tooShort =
                new BoundedInputStream(new ByteArrayInputStream(new byte[3]), 4, IllegalStateException::new);
        assertThatThrownBy(tooShort::readAllBytes).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new BoundedInputStream(in, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    private static byte[] pixels() {
        byte[] pixels = new byte[BYTES];
        for (int i = 0; i < BYTES; i++) {
            pixels[i] = (byte) (i * 31);
        }
        return pixels;
    }
}
