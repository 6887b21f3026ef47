package org.symbolon.deidentification.splice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bytes that edits of kind OPAQUE bring, one after the other. Holds one file open at a time; owned by one thread. */
public final class EditStream extends InputStream {
    private final Iterator<EditBytes> rest;
    private @Nullable EditBytes current;
    private long position;
    private @Nullable Path file;
    private @Nullable FileChannel channel;

    private EditStream(Iterator<EditBytes> rest) {
        this.rest = rest;
    }

    /** The caller closes it. Files that edits bring bytes from must be as they were. */
    public static EditStream of(List<Edit> edits) {
        return new EditStream(edits.stream()
                .filter(edit -> edit.content() == EditContent.OPAQUE)
                .map(Edit::brought)
                .iterator());
    }

    /** How many bytes there are. */
    public static long length(List<Edit> edits) {
        long length = 0;
        for (Edit edit : edits) {
            length += edit.content() == EditContent.OPAQUE ? edit.replacementLength() : 0;
        }
        return length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        EditBytes source = current;
        while (source == null || position == source.length()) {
            if (!rest.hasNext()) {
                return length == 0 ? 0 : -1;
            }
            source = rest.next();
            current = source;
            position = 0;
        }
        int count = (int) Math.min(length, source.length() - position);
        if (source instanceof EditBytes.InFile range) {
            count = open(range.file()).read(ByteBuffer.wrap(bytes, from, count), range.offset() + position);
            if (count < 0) {
                throw new IOException("The file became shorter while it was read");
            }
        } else {
            System.arraycopy(source.bytes(), (int) position, bytes, from, count);
        }
        position += count;
        return count;
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

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
