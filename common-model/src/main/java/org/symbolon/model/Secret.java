package org.symbolon.model;

import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A password or key that no log, message or JSON shows: {@link #toString} does not tell it. Not serializable. Instances are
 * immutable until {@link #close}, which wipes the characters; using a closed secret is an error. Thread-safe.
 */
public final class Secret implements AutoCloseable {
    private static final int MAX_FILE_BYTES = 4096;

    private final char[] characters;
    private boolean closed;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /** Takes a copy of the characters. */
    public static Secret of(CharSequence text) {
        char[] copy = new char[text.length()];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = text.charAt(i);
        }
        return new Secret(copy);
    }

    /** The first line of a UTF-8 file of at most 4,096 bytes, without its line end. */
    public static Secret readFile(Path file) throws IOException {
        if (Files.size(file) > MAX_FILE_BYTES) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION, "A password file holds at most " + MAX_FILE_BYTES + " bytes");
        }
        byte[] bytes = Files.readAllBytes(file);
        CharBuffer decoded = StandardCharsets.UTF_8.decode(java.nio.ByteBuffer.wrap(bytes));
        Arrays.fill(bytes, (byte) 0);
        int end = 0;
        while (end < decoded.length() && decoded.charAt(end) != '\n' && decoded.charAt(end) != '\r') {
            end++;
        }
        return of(decoded.subSequence(0, end));
    }

    /** A copy that the caller wipes. */
    public synchronized char[] copy() {
        if (closed) {
            throw new IllegalStateException("This secret was closed");
        }
        return characters.clone();
    }

    @Override
    public synchronized void close() {
        Arrays.fill(characters, '\0');
        closed = true;
    }

    @Override
    public String toString() {
        return "[secret]";
    }
}
