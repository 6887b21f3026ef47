package org.symbolon.dicom.internal.edit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.util.List;
import org.symbolon.dicom.BoundedInputStream;
import org.symbolon.dicom.internal.ChannelOutput;

/** Writes a range of bytes with its splices; what stays is copied as it is. */
public final class SplicedCopy {
    private SplicedCopy() {}

    /** Copies a part of a file without passing the heap. The splices count from its start. */
    public static void write(FileChannel in, long start, long end, List<Splice> splices, ChannelOutput out)
            throws IOException {
        long at = start;
        for (Splice splice : splices) {
            out.transfer(in, at, start + splice.start());
            splice.replacement().writeTo(out);
            at = start + splice.end();
        }
        out.transfer(in, at, end);
    }

    /** Copies a stream to its end. */
    public static void write(InputStream in, List<Splice> splices, OutputStream out) throws IOException {
        long at = 0;
        for (Splice splice : splices) {
            new BoundedInputStream(in, splice.start() - at).transferTo(out);
            splice.replacement().writeTo(out);
            in.skipNBytes(splice.end() - splice.start());
            at = splice.end();
        }
        in.transferTo(out);
    }
}
