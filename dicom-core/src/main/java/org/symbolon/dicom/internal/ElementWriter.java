package org.symbolon.dicom.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.LargeValue;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;

/** Element headers and values on their way out (PS3.5 7.1 to 7.5). */
public final class ElementWriter implements Element.Visitor<Boolean, IOException> {
    /** A length that a delimiter tells. */
    public static final long UNDEFINED = 0xFFFFFFFFL;

    private final OutputStream out;
    private final Encoding encoding;
    private final boolean encapsulated;
    private final SequenceLengths lengths;
    private final ElementSizes sizes;

    public ElementWriter(OutputStream out, TransferSyntax syntax, SequenceLengths lengths) {
        this(out, Encoding.of(syntax.explicitVr(), syntax.bigEndian()), syntax.encapsulated(), lengths);
    }

    /** For a place in a data set that is written in that way; fragments are taken. */
    public ElementWriter(OutputStream out, Encoding encoding, SequenceLengths lengths) {
        this(out, encoding, true, lengths);
    }

    private ElementWriter(OutputStream out, Encoding encoding, boolean encapsulated, SequenceLengths lengths) {
        this.out = out;
        this.encoding = encoding;
        this.encapsulated = encapsulated;
        this.lengths = lengths;
        this.sizes = new ElementSizes(encoding.explicitVr());
    }

    public void write(DataSet dataSet) throws IOException {
        for (Element element : dataSet) {
            element.accept(this);
        }
    }

    @Override
    public Boolean value(Element.Value element) throws IOException {
        byte[] bytes = element.bytes();
        boolean odd = bytes.length % 2 != 0;
        Vr vr = ElementSizes.writtenVr(element.vr(), bytes.length);
        writeHeader(element.tag(), vr, ElementSizes.evenBytes(bytes.length));
        if (encoding.bigEndian() && vr.unitBytes() > 1) {
            bytes = bytes.clone();
            Numbers.swap(bytes, vr.unitBytes());
        }
        out.write(bytes);
        if (odd) {
            out.write(element.vr().padding());
        }
        return true;
    }

    @Override
    public Boolean sequence(Element.Sequence element) throws IOException {
        boolean defined = lengths == SequenceLengths.DEFINED;
        writeHeader(element.tag(), Vr.SQ, defined ? sizes.itemsBytes(element) : UNDEFINED);
        for (DataSet item : element.items()) {
            writeItemHeader(Tag.Item, defined ? sizes.contentBytes(item) : UNDEFINED);
            write(item);
            if (!defined) {
                writeItemHeader(Tag.ItemDelimitation, 0);
            }
        }
        if (!defined) {
            writeItemHeader(Tag.SequenceDelimitation, 0);
        }
        return true;
    }

    @Override
    public Boolean fragments(Element.Fragments element) throws IOException {
        writeFragmentsHeader(element);
        for (byte[] fragment : element.fragments()) {
            byte[] even = fragment.length % 2 == 0 ? fragment : Arrays.copyOf(fragment, fragment.length + 1);
            writeItemHeader(Tag.Item, even.length);
            out.write(even);
        }
        writeItemHeader(Tag.SequenceDelimitation, 0);
        return true;
    }

    @Override
    public Boolean large(Element.Large element) throws IOException {
        LargeValue value = element.value();
        Vr vr = ElementSizes.writtenVr(element.vr(), value.length());
        writeHeader(element.tag(), vr, ElementSizes.evenBytes(value.length()));
        if (encoding.bigEndian() && vr.unitBytes() > 1) {
            try (InputStream in = Numbers.swapped(value.stream(), vr.unitBytes())) {
                in.transferTo(out);
            }
        } else {
            transfer(value);
        }
        if (value.length() % 2 != 0) {
            out.write(element.vr().padding());
        }
        return true;
    }

    @Override
    public Boolean largeFragments(Element.LargeFragments element) throws IOException {
        writeFragmentsHeader(element);
        for (LargeValue fragment : element.fragments()) {
            writeItemHeader(Tag.Item, ElementSizes.evenBytes(fragment.length()));
            transfer(fragment);
            if (fragment.length() % 2 != 0) {
                out.write(0);
            }
        }
        writeItemHeader(Tag.SequenceDelimitation, 0);
        return true;
    }

    private void transfer(LargeValue value) throws IOException {
        if (out instanceof ChannelOutput channel) {
            value.writeTo(channel.flushed());
        } else {
            value.writeTo(out);
        }
    }

    private void writeFragmentsHeader(Element element) throws IOException {
        if (!encapsulated) {
            throw new IllegalArgumentException("Fragments need an encapsulated transfer syntax (PS3.5 A.4)");
        }
        writeHeader(element.tag(), element.vr(), UNDEFINED);
    }

    /** Writes the header of an element; a length of FFFFFFFF is undefined. */
    public void writeHeader(int tag, Vr vr, long length) throws IOException {
        writeTag(tag);
        if (!encoding.explicitVr()) {
            writeInt(length);
            return;
        }
        out.write(vr.code() >>> 8);
        out.write(vr.code());
        if (vr.hasLongLength()) {
            writeShort(0);
            writeInt(length);
        } else {
            writeShort((int) length);
        }
    }

    /** Writes the header of an item or a delimiter. */
    public void writeItemHeader(int tag, long length) throws IOException {
        writeTag(tag);
        writeInt(length);
    }

    private void writeTag(int tag) throws IOException {
        writeShort(Tag.group(tag));
        writeShort(Tag.element(tag));
    }

    private void writeShort(int number) throws IOException {
        out.write(encoding.bigEndian() ? number >>> 8 : number);
        out.write(encoding.bigEndian() ? number : number >>> 8);
    }

    private void writeInt(long number) throws IOException {
        int high = (int) (number >>> 16);
        int low = (int) number;
        writeShort(encoding.bigEndian() ? high : low);
        writeShort(encoding.bigEndian() ? low : high);
    }
}
