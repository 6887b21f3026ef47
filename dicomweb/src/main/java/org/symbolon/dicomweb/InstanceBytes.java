package org.symbolon.dicomweb;

import java.io.IOException;
import java.io.InputStream;

/** The Part 10 file of one instance, readable from any byte on. */
@FunctionalInterface
public interface InstanceBytes {
    /** The file from that byte on; the caller closes it. */
    InputStream open(long offset) throws IOException;
}
