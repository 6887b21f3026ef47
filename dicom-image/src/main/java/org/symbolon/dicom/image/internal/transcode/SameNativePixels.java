package org.symbolon.dicom.image.internal.transcode;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.image.internal.PixelHeader;

/** Native pixel data as it is, in the byte order of its new encoding. */
record SameNativePixels(PixelHeader header, TransferSyntax encoding) implements DataSetParts.Pixels {
    @Override
    public void write(OutputStream out) throws IOException {
        int allocated = header.tag() == Tags.PixelData ? header.header().integer(Tags.BitsAllocated, 8) : 0;
        Vr vr = header.tag() == Tags.FloatPixelData
                ? Vr.OF
                : header.tag() == Tags.DoubleFloatPixelData
                        ? Vr.OD
                        : header.vr() == Vr.OB && allocated <= 8 ? Vr.OB : Vr.OW;
        long length = header.valueLength();
        out.write(PixelElement.header(encoding, header.tag(), vr, length + (length & 1)));
        try (InputStream in = header.littleEndianValue()) {
            (encoding.bigEndian() ? header.swapped(in) : in).transferTo(out);
        }
        if (length % 2 != 0) {
            out.write(0);
        }
    }
}
