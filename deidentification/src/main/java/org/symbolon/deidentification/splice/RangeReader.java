package org.symbolon.deidentification.splice;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Reads what edits bring, in their order; keeps the file of the last one open. Owned by one thread. */
final class RangeReader implements Closeable {
    private @Nullable Path file;
    private @Nullable FileChannel channel;

    void write(EditBytes bytes, ByteArrayOutputStream out) throws IOException {
        if (bytes instanceof EditBytes.InFile range) {
            FileRanges.read(
                    open(range.file()),
                    range.offset(),
                    range.length(),
                    new byte[(int) Math.min(FileRanges.CHUNK_BYTES, range.length())],
                    out::write);
        } else {
            out.writeBytes(bytes.bytes());
        }
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }

    private FileChannel open(Path wanted) throws IOException {
        FileChannel known = channel;
        if (known != null && wanted.equals(file)) {
            return known;
        }
        close();
        FileChannel opened = FileChannel.open(wanted, StandardOpenOption.READ);
        file = wanted;
        channel = opened;
        return opened;
    }
}
