package org.symbolon.crosswalk;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that belong to an identity half and are too many for memory, such as the frames of a long image before blanking. */
public interface LargeContent {
    /** Of a half that is to be stored, how many bytes there are. Of a stored one, -1: nobody has looked yet. */
    long length();

    /**
     * All of them from the first on. The caller closes the stream.
     *
     * @throws org.symbolon.model.SymbolonException {@code DAMAGED} where what is stored is missing or was changed, from the stream
     *     too
     */
    InputStream open() throws IOException;
}
