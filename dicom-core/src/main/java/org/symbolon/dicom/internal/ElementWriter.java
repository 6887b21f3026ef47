package org.symbolon.dicom.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.Element;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;

/** Element headers and values on their way out (PS3.5 7.1 to 7.5). */
public final class ElementWriter implements Element.Visitor<Boolean, IOException> {
    private static final long UNDEFINED = 0xFFFFFFFFL;

    private final OutputStream out;
    private final TransferSyntax syntax;
    private final SequenceLengths lengths;
    private final ElementSizes sizes;

    public ElementWriter(OutputStream out, TransferSyntax syntax, SequenceLengths lengths) {
        this.out = out;
        this.syntax = syntax;
        this.lengths = lengths;
        this.sizes = new ElementSizes(syntax.explicitVr());
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
        writeHeader(element.tag(), ElementSizes.writtenVr(element), ElementSizes.valueBytes(element));
        if (syntax.bigEndian() && element.vr().unitBytes() > 1) {
            bytes = bytes.clone();
            Numbers.swap(bytes, element.vr().unitBytes());
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
        if (!syntax.encapsulated()) {
            throw new IllegalArgumentException("Fragments need an encapsulated transfer syntax (PS3.5 A.4)");
        }
        writeHeader(element.tag(), element.vr(), UNDEFINED);
        for (byte[] fragment : element.fragments()) {
            byte[] even = fragment.length % 2 == 0 ? fragment : Arrays.copyOf(fragment, fragment.length + 1);
            writeItemHeader(Tag.Item, even.length);
            out.write(even);
        }
        writeItemHeader(Tag.SequenceDelimitation, 0);
        return true;
    }

    private void writeHeader(int tag, Vr vr, long length) throws IOException {
        writeTag(tag);
        if (!syntax.explicitVr()) {
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

    private void writeItemHeader(int tag, long length) throws IOException {
        writeTag(tag);
        writeInt(length);
    }

    private void writeTag(int tag) throws IOException {
        writeShort(Tag.group(tag));
        writeShort(Tag.element(tag));
    }

    private void writeShort(int number) throws IOException {
        out.write(syntax.bigEndian() ? number >>> 8 : number);
        out.write(syntax.bigEndian() ? number : number >>> 8);
    }

    private void writeInt(long number) throws IOException {
        int high = (int) (number >>> 16);
        int low = (int) number;
        writeShort(syntax.bigEndian() ? high : low);
        writeShort(syntax.bigEndian() ? low : high);
    }
}
