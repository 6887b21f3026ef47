package org.symbolon.dicom.internal.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import org.symbolon.dicom.internal.model.ModelProblem;

/**
 * JSON (RFC 8259) token by token, strictly: no comments, no single quotes, no commas too many, no control characters in
 * strings, no halves of surrogate pairs. That objects and arrays are well-formed is seen to here; that names in an object
 * differ, by the caller. Offsets are in characters. Not thread-safe.
 */
final class JsonTokens implements Closeable {
    /** What {@link #next} found. */
    enum Kind {
        BEGIN_OBJECT,
        END_OBJECT,
        BEGIN_ARRAY,
        END_ARRAY,
        NAME,
        STRING,
        NUMBER,
        TRUE,
        FALSE,
        NULL,
        END
    }

    private static final int END_OF_INPUT = -1;
    private static final int MAX_NUMBER_CHARACTERS = 1024;

    private final Reader in;
    private final int maxStringCharacters;
    private final int maxDepth;
    private final boolean[] inObject;
    private final char[] buffer = new char[4096];
    private final StringBuilder text = new StringBuilder();
    private int start;
    private int end;
    private long consumed;
    private int depth;
    private boolean afterName;
    private boolean afterValue;

    JsonTokens(Reader in, int maxStringCharacters, int maxDepth) {
        this.in = in;
        this.maxStringCharacters = maxStringCharacters;
        this.maxDepth = maxDepth;
        this.inObject = new boolean[maxDepth + 1];
    }

    /** The string, name or number just read. */
    String text() {
        return text.toString();
    }

    /** Characters read so far. */
    long offset() {
        return consumed;
    }

    Kind next() throws IOException {
        int c = afterSpace();
        if (depth == 0 && afterValue) {
            if (c != END_OF_INPUT) {
                throw problem("Something behind the end of the JSON text");
            }
            return Kind.END;
        }
        if (c == '}' || c == ']') {
            return close(c);
        }
        if (afterValue) {
            if (c != ',') {
                throw problem("Neither a comma nor an end behind a value");
            }
            c = afterSpace();
        }
        afterValue = false;
        if (inObject[depth] && !afterName) {
            return name(c);
        }
        afterName = false;
        return value(c);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private Kind name(int c) throws IOException {
        if (c != '"') {
            throw problem("No name where one must be");
        }
        string();
        if (afterSpace() != ':') {
            throw problem("No colon behind a name");
        }
        afterName = true;
        return Kind.NAME;
    }

    private Kind value(int c) throws IOException {
        switch (c) {
            case '{' -> {
                open(true);
                return Kind.BEGIN_OBJECT;
            }
            case '[' -> {
                open(false);
                return Kind.BEGIN_ARRAY;
            }
            case '"' -> {
                string();
                afterValue = true;
                return Kind.STRING;
            }
            case 't' -> {
                return word("true", Kind.TRUE);
            }
            case 'f' -> {
                return word("false", Kind.FALSE);
            }
            case 'n' -> {
                return word("null", Kind.NULL);
            }
            default -> {
                number(c);
                afterValue = true;
                return Kind.NUMBER;
            }
        }
    }

    private void open(boolean object) {
        if (depth == maxDepth) {
            throw ModelProblem.limit("JSON nested deeper than the limit allows", -1, consumed);
        }
        inObject[++depth] = object;
    }

    /** A bracket closes what it belongs to, and not behind a comma or a name. */
    private Kind close(int c) {
        boolean object = c == '}';
        if (depth == 0 || inObject[depth] != object || afterName) {
            throw problem("A bracket that closes nothing");
        }
        depth--;
        afterValue = true;
        return object ? Kind.END_OBJECT : Kind.END_ARRAY;
    }

    private Kind word(String word, Kind kind) throws IOException {
        for (int i = 1; i < word.length(); i++) {
            if (read() != word.charAt(i)) {
                throw problem("A word that JSON does not have");
            }
        }
        afterValue = true;
        return kind;
    }

    private void string() throws IOException {
        text.setLength(0);
        boolean high = false;
        for (int c = read(); c != '"'; c = read()) {
            if (c < ' ') {
                throw problem(c == END_OF_INPUT ? "JSON ends inside a string" : "A control character in a string");
            }
            char character = c == '\\' ? escape() : (char) c;
            if (Character.isLowSurrogate(character) != high) {
                throw problem("Half of a surrogate pair");
            }
            high = Character.isHighSurrogate(character);
            append(character, maxStringCharacters);
        }
        if (high) {
            throw problem("Half of a surrogate pair");
        }
    }

    private char escape() throws IOException {
        int c = read();
        return switch (c) {
            case '"', '\\', '/' -> (char) c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw problem("An escape that JSON does not have");
        };
    }

    private char unicode() throws IOException {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int c = read();
            int digit = c >= 0 && c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw problem("An escape without four hexadecimal digits");
            }
            code = code << 4 | digit;
        }
        return (char) code;
    }

    private void number(int first) throws IOException {
        text.setLength(0);
        int c = first;
        if (c == '-') {
            c = append(c);
        }
        if (c == '0') {
            c = append(c);
        } else {
            c = digits(c);
        }
        if (c == '.') {
            c = digits(append(c));
        }
        if (c == 'e' || c == 'E') {
            c = append(c);
            if (c == '+' || c == '-') {
                c = append(c);
            }
            digits(c);
        }
    }

    /** One digit at least. Tells what stands behind the last one. */
    private int digits(int first) throws IOException {
        int c = first;
        if (c < '0' || c > '9') {
            throw problem("Neither a value nor a number that JSON has");
        }
        while (c >= '0' && c <= '9') {
            c = append(c);
        }
        return c;
    }

    /** Takes a character of a number and tells the next one; all but the first are only looked at until they are taken. */
    private int append(int c) throws IOException {
        if (text.length() > 0) {
            start++;
            consumed++;
        }
        append((char) c, MAX_NUMBER_CHARACTERS);
        return peek();
    }

    private void append(char c, int limit) {
        if (text.length() >= limit) {
            throw ModelProblem.limit("A longer string or number than the limit allows", -1, consumed);
        }
        text.append(c);
    }

    private int afterSpace() throws IOException {
        int c = read();
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            c = read();
        }
        return c;
    }

    private int read() throws IOException {
        int c = peek();
        if (c != END_OF_INPUT) {
            start++;
            consumed++;
        }
        return c;
    }

    private int peek() throws IOException {
        if (start == end) {
            start = 0;
            end = 0;
            try {
                end = Math.max(0, in.read(buffer, 0, buffer.length));
            } catch (CharacterCodingException e) {
                throw ModelProblem.corrupt("JSON that is not UTF-8", -1, consumed, e);
            }
            if (end == 0) {
                return END_OF_INPUT;
            }
        }
        return buffer[start];
    }

    private RuntimeException problem(String rule) {
        return ModelProblem.corrupt(rule, -1, consumed);
    }
}
