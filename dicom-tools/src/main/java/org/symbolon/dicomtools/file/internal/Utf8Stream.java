package org.symbolon.dicomtools.file.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-8 bytes as characters for a writer, for what writes to streams alone. Closing it leaves the writer open. */
public final class Utf8Stream extends OutputStream {
    private static final int CHUNK = 8192;
    private static final int MAX_CHARACTER_BYTES = 4;

    private final Writer target;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK + MAX_CHARACTER_BYTES);
    private final CharBuffer text = CharBuffer.allocate(CHUNK + MAX_CHARACTER_BYTES);

    public Utf8Stream(Writer target) {
        this.target = target;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        for (int done = 0; done < length; done += CHUNK) {
            bytes.put(source, offset + done, Math.min(CHUNK, length - done));
            bytes.flip();
            // what is left over is the beginning of a character
            decoder.decode(bytes, text, false);
            bytes.compact();
            target.write(text.array(), 0, text.position());
            text.clear();
        }
    }

    @Override
    public void flush() throws IOException {
        target.flush();
    }
}
