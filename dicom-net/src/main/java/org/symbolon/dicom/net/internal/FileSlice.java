package org.symbolon.dicom.net.internal;

import io.netty.channel.DefaultFileRegion;
import java.nio.channels.FileChannel;

/** Part of a file that the kernel moves to the socket. Whoever opened the file closes it, after the slice was written. */
final class FileSlice extends DefaultFileRegion {
    FileSlice(FileChannel file, long position, long count) {
        super(file, position, count);
    }

    @Override
    protected void deallocate() {
        // the file stays open
    }
}
