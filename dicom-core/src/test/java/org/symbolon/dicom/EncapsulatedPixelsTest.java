package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.dicom.Bytes.UNDEFINED;
import static org.symbolon.dicom.Bytes.bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.EncapsulatedPixels.Fragment;
import org.symbolon.dicom.EncapsulatedPixels.Frame;

class EncapsulatedPixelsTest {
    private static final long GIGABYTE = 1L << 30;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void theBasicOffsetTableTellsTheFragmentsOfAFrame() throws IOException {
        EncapsulatedPixels pixels = pixels(table(0, 20), new DataSet());
        assertThat(pixels.fragments()).containsExactly(new Fragment(36, 4), new Fragment(48, 0), new Fragment(56, 6));
        assertThat(pixels.basicOffsets()).containsExactly(0, 20);
        List<Frame> frames = pixels.frames(2);
        assertThat(frames).extracting(frame -> frame.fragments().size()).containsExactly(2, 1);
        assertThat(frames).extracting(Frame::length).containsExactly(4L, 6L);
    }

    @Test
    void theExtendedOffsetTableGoesFirst() throws IOException {
        DataSet header = new DataSet()
                .putLongs(Tags.ExtendedOffsetTable, Vr.OV, 0, 20)
                .putLongs(Tags.ExtendedOffsetTableLengths, Vr.OV, 3, 5);
        assertThat(pixels(table(), header).frames(2)).extracting(Frame::length).containsExactly(3L, 5L);
    }

    @Test
    void withoutATableItIsToldWherePossible() throws IOException {
        EncapsulatedPixels pixels = pixels(table(), new DataSet());
        assertThat(pixels.frames(3)).hasSize(3);
        assertThat(pixels.frames(1))
                .singleElement()
                .satisfies(frame -> assertThat(frame.length()).isEqualTo(10));
        assertThat(pixels.frames(2)).isEmpty();
        assertThat(pixels.frames(4)).isEmpty();
    }

    @Test
    void aTableThatLiesIsCorrupt() throws IOException {
        for (long offset : new long[] {19, 21, 1L << 40, -1}) {
            DataSet header = new DataSet().putLongs(Tags.ExtendedOffsetTable, Vr.OV, 0, offset);
            EncapsulatedPixels pixels = pixels(table(), header);
            assertThatThrownBy(() -> pixels.frames(2)).satisfies(DataSetReaderTest.problem(DicomProblem.CORRUPT));
        }
    }

    @Test
    void fragmentsMayTakeMoreThanFourGigabytes() throws IOException {
        Path path = folder.resolve("large");
        long end = largeFile(path);
        DicomFile file = DicomFile.open(path);
        try (DataSetReader reader = file.reader(ReaderOptions.defaults())) {
            reader.next();
            reader.next();
            reader.next();
            EncapsulatedPixels pixels = EncapsulatedPixels.read(reader, new DataSet());
            assertThat(pixels.totalBytes()).isEqualTo(9 * GIGABYTE);
            assertThat(reader.endOffset() + file.dataSetOffset()).isEqualTo(end);
            assertThat(reader.next()).isNull();
        }
        DataSet dataSet = file.dataSet(ReaderOptions.defaults().withLargeValuesAbove(1 << 20));
        assertThat(dataSet.element(Tags.PixelData)).isInstanceOfSatisfying(Element.LargeFragments.class, fragments -> {
            assertThat(fragments.fragments()).hasSize(4);
            assertThat(fragments.fragments().get(3).length()).isEqualTo(3 * GIGABYTE);
        });
        assertThat(DataSetValidator.validate(file).list())
                .extracting(Finding::problem)
                .doesNotContain(DicomProblem.CORRUPT, DicomProblem.TRUNCATED);
    }

    /** Three fragments of 3 GB each, which take no room on a disk that knows holes. */
    private static long largeFile(Path path) throws IOException {
        DataSet head = new DataSet().putString(Tags.SOPClassUID, "1.2").putString(Tags.SOPInstanceUID, "1.3");
        try (FileChannel out = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SPARSE)) {
            out.write(ByteBuffer.wrap(Part10Writer.fileMeta("1.2", "1.3", TransferSyntax.JPEG_BASELINE, null)));
            out.write(ByteBuffer.wrap(DataSetWriter.toBytes(head, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN)));
            Bytes start = bytes().header(Tags.PixelData, Vr.OB, UNDEFINED).item(0);
            out.write(ByteBuffer.wrap(start.toArray()));
            for (int i = 0; i < 3; i++) {
                out.write(ByteBuffer.wrap(bytes().item(3 * GIGABYTE).toArray()));
                out.position(out.position() + 3 * GIGABYTE);
            }
            out.write(ByteBuffer.wrap(bytes().sequenceEnd().toArray()));
            return out.position();
        }
    }

    private static byte[] table(long... offsets) {
        Bytes table = bytes();
        for (long offset : offsets) {
            table.uint32(offset);
        }
        return table.toArray();
    }

    private static EncapsulatedPixels pixels(byte[] table, DataSet header) throws IOException {
        byte[] dataSet = bytes().header(Tags.PixelData, Vr.OB, UNDEFINED)
                .item(table.length)
                .raw(table)
                .item(4)
                .raw("abcd")
                .item(0)
                .item(6)
                .raw("efghij")
                .sequenceEnd()
                .toArray();
        DataSetReader reader =
                DataSetReader.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, ReaderOptions.defaults());
        reader.next();
        return EncapsulatedPixels.read(reader, header);
    }
}
