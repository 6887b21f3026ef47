package org.symbolon.record.internal.xml;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of a document and the way back from them to its bytes. Character sets: UTF-8, UTF-16 with a byte order mark,
 * and those of one byte a character.
 */
final class XmlSource {
    private static final int DECLARATION_BYTES = 512;
    private static final Pattern ENCODING =
            Pattern.compile("^\\s*<\\?xml\\s[^>]*?\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]{1,40})[\"']");
    private static final Pattern SINGLE_BYTE =
            Pattern.compile("us-ascii|iso-8859-[0-9]{1,2}|windows-125[0-9]|koi8-[ru]");

    private final byte[] bytes;
    private final int markLength;
    private final Charset charset;
    private final String text;

    private XmlSource(byte[] bytes, int markLength, Charset charset, String text) {
        this.bytes = bytes;
        this.markLength = markLength;
        this.charset = charset;
        this.text = text;
    }

    static XmlSource decode(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new XmlSource(bytes, 3, StandardCharsets.UTF_8, Utf8.decode(bytes, 3));
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return utf16(bytes, StandardCharsets.UTF_16BE);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return utf16(bytes, StandardCharsets.UTF_16LE);
        }
        Charset charset = declared(bytes);
        String text = charset.equals(StandardCharsets.UTF_8) ? Utf8.decode(bytes, 0) : new String(bytes, charset);
        return new XmlSource(bytes, 0, charset, text);
    }

    private static XmlSource utf16(byte[] bytes, Charset charset) {
        if (bytes.length % 2 != 0) {
            throw XmlFaults.truncated("a character");
        }
        return new XmlSource(bytes, 2, charset, new String(bytes, 2, bytes.length - 2, charset));
    }

    private static Charset declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
        Matcher encoding = ENCODING.matcher(head);
        if (!encoding.find()) {
            return StandardCharsets.UTF_8;
        }
        Charset charset = named(encoding.group(1));
        if (!charset.equals(StandardCharsets.UTF_8)
                && !SINGLE_BYTE.matcher(charset.name().toLowerCase(Locale.ROOT)).matches()) {
            throw XmlFaults.corrupt("An unusable character set", 0);
        }
        return charset;
    }

    private static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw XmlFaults.corrupt("An unknown character set", 0);
        }
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    Charset charset() {
        return charset;
    }

    String text() {
        return text;
    }

    /** Where the document begins: white space before it is passed over, as many systems write it. */
    int firstCharacter() {
        int at = 0;
        while (at < text.length() && text.charAt(at) <= ' ') {
            at++;
        }
        return at;
    }

    /** A new way back to the bytes; to be asked for characters in their order. */
    ByteOffsets offsets() {
        if (charset.equals(StandardCharsets.UTF_16BE) || charset.equals(StandardCharsets.UTF_16LE)) {
            return character -> markLength + 2 * character;
        }
        if (!charset.equals(StandardCharsets.UTF_8) || Utf8.isAscii(bytes, markLength)) {
            return character -> markLength + character;
        }
        return new Utf8Offsets(bytes, markLength);
    }
}
