package org.symbolon.dicom.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.dicom.image.Images.bytes;
import static org.symbolon.dicom.image.Images.fragments;
import static org.symbolon.dicom.image.Images.frames;
import static org.symbolon.dicom.image.Images.header;
import static org.symbolon.dicom.image.Images.pixels;
import static org.symbolon.dicom.image.Images.reader;
import static org.symbolon.dicom.image.Images.samples;
import static org.symbolon.dicom.image.Images.stored;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.image.ImageException.Problem;

class FrameReaderTest {
    private static final TransferSyntax LITTLE = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
    private static final TransferSyntax BIG = TransferSyntax.EXPLICIT_VR_BIG_ENDIAN;
    private static final TransferSyntax JPEG = TransferSyntax.JPEG_BASELINE;

    @Test
    void findsNativeFramesByArithmetic() throws IOException {
        FrameReader reader = reader(frames(pixels(header(1, 2, 8, "MONOCHROME2"), Vr.OB, 1, 2, 3, 4, 5, 6), 3), LITTLE);
        assertThat(reader.count()).isEqualTo(3);
        assertThat(stored(reader, 0)).containsExactly(1, 2);
        assertThat(stored(reader, 2)).containsExactly(5, 6);
        assertThat(samples(reader.decode(1))).containsExactly(3, 4);
    }

    @Test
    void bigEndianFramesLeaveLittleEndian() throws IOException {
        DataSet words = frames(pixels(header(1, 1, 16, "MONOCHROME2"), Vr.OW, 0x01, 0x02, 0x03, 0x04), 2);
        assertThat(stored(reader(words, BIG), 1)).containsExactly(3, 4);
        assertThat(samples(reader(words, BIG).decode(1))).containsExactly(0x0403);
        DataSet bytesInWords = frames(pixels(header(1, 3, 8, "MONOCHROME2"), Vr.OW, 1, 2, 3, 4, 5, 6), 2);
        assertThat(stored(reader(bytesInWords, BIG), 1)).containsExactly(4, 5, 6);
    }

    @Test
    void takesSamplesOutOfTheirCells() throws IOException {
        DataSet header = header(1, 2, 16, "MONOCHROME2");
        header.putInts(Tags.BitsStored, Vr.US, 12)
                .putInts(Tags.HighBit, Vr.US, 11)
                .putInts(Tags.PixelRepresentation, Vr.US, 1);
        FrameReader reader = reader(pixels(header, Vr.OW, 0xFF, 0xFF, 0xFF, 0xF7), LITTLE);
        assertThat(samples(reader.decode(0))).containsExactly(-1, 2047);
    }

    @Test
    void bringsPlanesAndPairsToPixels() throws IOException {
        DataSet planes = header(1, 2, 8, "RGB").putInts(Tags.PlanarConfiguration, Vr.US, 1);
        assertThat(samples(
                        reader(pixels(planes, Vr.OB, 1, 2, 3, 4, 5, 6), LITTLE).decode(0)))
                .containsExactly(1, 3, 5, 2, 4, 6);
        DataSet pairs = header(1, 2, 8, "YBR_FULL_422");
        PixelFrame frame = reader(pixels(pairs, Vr.OB, 10, 20, 30, 40), LITTLE).decode(0);
        assertThat(samples(frame)).containsExactly(10, 30, 40, 20, 30, 40);
        assertThat(frame.photometric()).isEqualTo(PhotometricInterpretation.YBR_FULL);
    }

    @Test
    void framesOfSingleBitsNeedNotBeginAtAByte() throws IOException {
        DataSet bits = frames(pixels(header(1, 5, 1, "MONOCHROME2"), Vr.OB, 0b011_10101, 0b0_11010_11), 3);
        FrameReader reader = reader(bits, LITTLE);
        assertThat(stored(reader, 0)).containsExactly(0b10101);
        assertThat(stored(reader, 1)).containsExactly(0b11011);
        assertThat(samples(reader.decode(1))).containsExactly(1, 1, 0, 1, 1);
        assertThat(samples(reader.decode(2))).containsExactly(0, 1, 0, 1, 1);
        refuses(Problem.TRUNCATED, () -> stored(reader(frames(bits, 4), LITTLE), 3));
    }

    @Test
    void takesTwelveBitCellsApart() throws IOException {
        DataSet packed = pixels(header(1, 3, 12, "MONOCHROME2"), Vr.OW, 0x23, 0xF1, 0xEE, 0x56, 0x04, 0);
        assertThat(samples(reader(packed, LITTLE).decode(0))).containsExactly(0x123, 0xEEF, 0x456);
    }

    @Test
    void readsFloatingPointPixels() throws IOException {
        DataSet image = header(1, 2, 32, "MONOCHROME2");
        image.remove(Tags.BitsStored).remove(Tags.HighBit).remove(Tags.PixelRepresentation);
        image.putBytes(Tags.FloatPixelData, Vr.OF, bytes(0, 0, 0x20, 0x40, 0, 0, 0x80, 0xBF));
        Samples samples = reader(image, BIG).decode(0).samples();
        assertThat(samples.value(0)).isEqualTo(2.5);
        assertThat(samples.value(1)).isEqualTo(-1);
        image.remove(Tags.FloatPixelData).putBytes(Tags.DoubleFloatPixelData, Vr.OD, new byte[16]);
        assertThat(reader(image, LITTLE).decode(0).samples().cellBits()).isEqualTo(64);
    }

    @Test
    void joinsFragmentsOfASingleFrame() throws IOException {
        DataSet image = fragments(header(1, 1, 8, "MONOCHROME2"), bytes(), bytes(1, 2), bytes(3, 4));
        assertThat(stored(reader(image, JPEG), 0)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void followsTheBasicOffsetTable() throws IOException {
        DataSet image = frames(
                fragments(
                        header(1, 1, 8, "MONOCHROME2"),
                        bytes(0, 0, 0, 0, 20, 0, 0, 0),
                        bytes(1, 2),
                        bytes(3, 4),
                        bytes(5, 6)),
                2);
        assertThat(stored(reader(image, JPEG), 0)).containsExactly(1, 2, 3, 4);
        assertThat(stored(reader(image, JPEG), 1)).containsExactly(5, 6);
    }

    @Test
    void followsTheExtendedOffsetTable() throws IOException {
        DataSet image =
                frames(fragments(header(1, 1, 8, "MONOCHROME2"), bytes(), bytes(1, 2), bytes(3, 4), bytes(5, 6)), 2);
        image.putBytes(Tags.ExtendedOffsetTable, Vr.OV, longs(0, 20));
        image.putBytes(Tags.ExtendedOffsetTableLengths, Vr.OV, longs(2, 2));
        assertThat(stored(reader(image, JPEG), 0)).containsExactly(1, 2);
        assertThat(stored(reader(image, JPEG), 1)).containsExactly(5, 6);
    }

    @Test
    void countsFragmentsWhereNoTableTells() throws IOException {
        DataSet oneEach = frames(fragments(header(1, 1, 8, "MONOCHROME2"), bytes(), bytes(1, 2), bytes(3, 4)), 2);
        assertThat(stored(reader(oneEach, JPEG), 1)).containsExactly(3, 4);
        DataSet byCodestream = frames(
                fragments(
                        header(1, 1, 8, "MONOCHROME2"),
                        bytes(),
                        bytes(0xFF, 0xD8),
                        bytes(3, 4),
                        bytes(0xFF, 0xD8, 7, 7)),
                2);
        assertThat(stored(reader(byCodestream, JPEG), 0)).containsExactly(0xFF, 0xD8, 3, 4);
        assertThat(stored(reader(byCodestream, JPEG), 1)).containsExactly(0xFF, 0xD8, 7, 7);
        DataSet unclear =
                frames(fragments(header(1, 1, 8, "MONOCHROME2"), bytes(), bytes(1, 2), bytes(3, 4), bytes(5, 6)), 2);
        refuses(Problem.CORRUPT, () -> stored(reader(unclear, JPEG), 1));
    }

    @Test
    void refusesWhatItCannotTakeApart() throws IOException {
        DataSet cut = frames(pixels(header(1, 2, 8, "MONOCHROME2"), Vr.OB, 1, 2, 3, 4), 3);
        refuses(Problem.TRUNCATED, () -> stored(reader(cut, LITTLE), 2));
        refuses(Problem.NO_SUCH_FRAME, () -> stored(reader(cut, LITTLE), 3));
        refuses(Problem.NO_SUCH_FRAME, () -> stored(reader(cut, LITTLE), -1));
        refuses(Problem.NO_PIXELS, () -> reader(header(1, 2, 8, "MONOCHROME2"), LITTLE));
    }

    @Test
    void namesTheTransferSyntaxThatItDoesNotDecode() throws IOException {
        TransferSyntax video = TransferSyntax.of("1.2.840.10008.1.2.4.102");
        DataSet image = frames(fragments(header(1, 1, 8, "RGB"), bytes(), bytes(1, 2)), 2);
        assertThat(video).isNotNull();
        if (video != null) {
            assertThatThrownBy(() -> reader(image, video).decode(1)).hasMessageContaining("MPEG-4 AVC/H.264");
        }
    }

    @Test
    void holdsItsLimits() throws IOException {
        DataSet image = frames(pixels(header(2, 2, 8, "MONOCHROME2"), Vr.OB, 1, 2, 3, 4), 2);
        assertThat(PixelDescription.of(image, new ImageLimits(4, 2)).numberOfFrames())
                .isEqualTo(2);
        refuses(Problem.LIMIT_EXCEEDED, () -> PixelDescription.of(image, new ImageLimits(3, 2)));
        refuses(Problem.LIMIT_EXCEEDED, () -> PixelDescription.of(image, new ImageLimits(4, 1)));
        DataSet huge = pixels(header(65535, 65535, 16, "MONOCHROME2"), Vr.OW, 1, 2);
        refuses(Problem.LIMIT_EXCEEDED, () -> reader(huge, LITTLE).decode(0));
    }

    private interface Attempt {
        void run() throws IOException;
    }

    private static void refuses(Problem problem, Attempt attempt) {
        assertThatThrownBy(attempt::run)
                .asInstanceOf(InstanceOfAssertFactories.type(ImageException.class))
                .extracting(ImageException::problem)
                .isEqualTo(problem);
    }

    private static byte[] longs(long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            buffer.putLong(value);
        }
        return buffer.array();
    }
}
