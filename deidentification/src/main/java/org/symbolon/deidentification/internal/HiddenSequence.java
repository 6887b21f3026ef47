package org.symbolon.deidentification.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.TransferSyntax;

/**
 * A sequence in a value of VR UN and defined length, as a system writes it that does not know the attribute. Inside it is
 * implicit VR little endian (PS3.5 6.2.2, note), whatever stands around it. It is read as the sequence of undefined length that
 * the same bytes would be.
 */
final class HiddenSequence {
    private static final int HEADER_BYTES = 12;
    private static final int DELIMITER_BYTES = 8;

    private HiddenSequence() {}

    /** Whether the value begins as a sequence does that has an item. */
    static boolean mayBe(byte[] value) {
        return value.length >= DELIMITER_BYTES
                && ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getShort(0) == (short) Tag.group(Tag.Item)
                && ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getShort(2) == (short) Tag.element(Tag.Item);
    }

    /**
     * A cursor over the sequence, its start the first token, its end the last; null if the value cannot be read as one.
     *
     * @param valueOffset where the value stands in the data set
     */
    static @Nullable Cursor open(int tag, byte[] value, long valueOffset) throws IOException {
        byte[] sequence = ByteBuffer.allocate(HEADER_BYTES + value.length + DELIMITER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) Tag.group(tag))
                .putShort((short) Tag.element(tag))
                .put((byte) 'U')
                .put((byte) 'N')
                .putShort((short) 0)
                .putInt(-1)
                .put(value)
                .putShort((short) Tag.group(Tag.SequenceDelimitation))
                .putShort((short) Tag.element(Tag.SequenceDelimitation))
                .putInt(0)
                .array();
        try (DataSetReader trial = reader(sequence)) {
            int open = 0;
            for (DataSetReader.Token token = trial.next(); token != null; token = trial.next()) {
                open += switch (token) {
                    case SEQUENCE_START, FRAGMENTS_START -> 1;
                    case SEQUENCE_END, FRAGMENTS_END -> -1;
                    case ELEMENT, ITEM_START, ITEM_END, FRAGMENT -> 0;
                };
                if (open == 0 && trial.position() != sequence.length) {
                    return null;
                }
            }
        } catch (DicomFormatException e) {
            if (e.problem() == DicomProblem.LIMIT_EXCEEDED) {
                throw e;
            }
            return null;
        }
        return new Cursor(reader(sequence), valueOffset - HEADER_BYTES);
    }

    private static DataSetReader reader(byte[] sequence) throws IOException {
        return DataSetReader.of(sequence, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, ReaderOptions.defaults());
    }
}
