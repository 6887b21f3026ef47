package org.symbolon.dicom.internal;

import java.io.IOException;
import java.io.InputStream;

/** The value on which a reader stands. */
public final class ValueStream extends InputStream {
    private final TokenParser parser;

    public ValueStream(TokenParser parser) {
        this.parser = parser;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return length == 0 ? 0 : parser.readValue(target, offset, length);
    }
}
