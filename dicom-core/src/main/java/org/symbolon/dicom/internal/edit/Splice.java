package org.symbolon.dicom.internal.edit;

import java.io.IOException;
import java.io.OutputStream;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.internal.ElementSizes;
import org.symbolon.dicom.internal.ElementWriter;
import org.symbolon.dicom.internal.Encoding;

/**
 * A range of bytes of a data set that something else takes the place of.
 *
 * @param start the first byte that goes
 * @param end the first byte behind that stays
 */
public record Splice(long start, long end, long newBytes, Replacement replacement) {
    public interface Replacement {
        void writeTo(OutputStream out) throws IOException;
    }

    static Splice bytes(long start, long end, byte[] bytes) {
        return new Splice(start, end, bytes.length, out -> out.write(bytes));
    }

    static Splice nothing(long start, long end) {
        return new Splice(start, end, 0, out -> {});
    }

    static Splice element(long start, long end, Element element, Encoding encoding) {
        long size = new ElementSizes(encoding.explicitVr()).bytes(element);
        return new Splice(
                start, end, size, out -> element.accept(new ElementWriter(out, encoding, SequenceLengths.DEFINED)));
    }

    /** The items of a sequence, without its header. */
    static Splice items(long at, Element.Sequence sequence, Encoding encoding) {
        long size = new ElementSizes(encoding.explicitVr()).itemsBytes(sequence);
        return new Splice(at, at, size, out -> {
            ElementWriter writer = new ElementWriter(out, encoding, SequenceLengths.DEFINED);
            ElementSizes sizes = new ElementSizes(encoding.explicitVr());
            for (var item : sequence.items()) {
                writer.writeItemHeader(Tag.Item, sizes.contentBytes(item));
                writer.write(item);
            }
        });
    }

    long delta() {
        return newBytes - (end - start);
    }
}
