package org.symbolon.dicom;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** What a data set was read of and can be read of again: an array or a file. */
interface ValueOrigin {
    /** The bytes from that offset of the (inflated) data set on. */
    InputStream open(long offset) throws IOException;

    /** Where the (not deflated) data set lies in a file; null if it does not. */
    @Nullable
    FilePlace file();

    /** The first byte of a data set in a file. */
    record FilePlace(Path path, long dataSetOffset) {}

    static ValueOrigin of(byte[] bytes, int start) {
        return new ValueOrigin() {
            @Override
            public InputStream open(long offset) {
                int from = (int) Math.min(bytes.length, start + offset);
                return new ByteArrayInputStream(bytes, from, bytes.length - from);
            }

            @Override
            public @Nullable FilePlace file() {
                return null;
            }
        };
    }

    static ValueOrigin of(DicomFile file) {
        return new ValueOrigin() {
            @Override
            public InputStream open(long offset) throws IOException {
                if (file.transferSyntax().deflated()) {
                    InputStream in = file.dataSetStream();
                    try {
                        in.skipNBytes(offset);
                    } catch (EOFException | RuntimeException e) {
                        in.close();
                        throw e;
                    }
                    return in;
                }
                FileChannel channel = FileChannel.open(file.path(), StandardOpenOption.READ);
                try {
                    channel.position(file.dataSetOffset() + offset);
                } catch (IOException | RuntimeException e) {
                    channel.close();
                    throw e;
                }
                return Channels.newInputStream(channel);
            }

            @Override
            public @Nullable FilePlace file() {
                return file.transferSyntax().deflated() ? null : new FilePlace(file.path(), file.dataSetOffset());
            }
        };
    }
}
