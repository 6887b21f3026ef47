package org.symbolon.crosswalk;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.symbolon.crosswalk.internal.keys.Escrow;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;

/**
 * One of three shares of a keystore; any two give it back, one alone tells nothing about a key. It is printed as lines of five
 * letters and digits each that end in a check, so that a misread letter is found, and where ({@code docs/format/keystore.md}).
 * Immutable. {@link #toString} shows its number only.
 */
public final class KeystoreShare {
    private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP_SYMBOLS = 5;
    private static final int GROUPS_A_LINE = 5;
    private static final int LINE_SYMBOLS = GROUP_SYMBOLS * GROUPS_A_LINE;
    private static final int LINE_CHECK_SYMBOLS = 2;
    private static final int CHECK_BYTES = 4;
    private static final int SET_BYTES = 4;
    private static final int VERSION = 1;
    private static final int HEAD_BYTES = 1 + SET_BYTES + 1;
    private static final int MAX_TEXT_CHARACTERS = 64 << 10;
    private static final Pattern LINE = Pattern.compile("\\s*(\\d{1,3}):\\s*([0-9A-Za-z ]+)-\\s*([0-9A-Za-z]{2})\\s*");

    private final int number;
    private final byte[] set;
    private final byte[] bytes;

    private KeystoreShare(int number, byte[] set, byte[] bytes) {
        this.number = number;
        this.set = set;
        this.bytes = bytes;
    }

    static List<KeystoreShare> of(List<byte[]> shares) {
        byte[] set = new byte[SET_BYTES];
        new SecureRandom().nextBytes(set);
        List<KeystoreShare> numbered = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            numbered.add(new KeystoreShare(i + 1, set, shares.get(i)));
        }
        return numbered;
    }

    /** 1 to 3. */
    public int number() {
        return number;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean isOfOneSplittingWith(KeystoreShare other) {
        return Arrays.equals(set, other.set) && number != other.number;
    }

    /** To be printed or kept in a file, with a heading for whoever finds it. */
    public String text(OrganisationId organisation) {
        String symbols = symbols(ByteBuffer.allocate(HEAD_BYTES + bytes.length + CHECK_BYTES)
                .put(content())
                .put(Escrow.digest("symbolon share", content(), CHECK_BYTES))
                .array());
        StringBuilder text = new StringBuilder("""
                Symbolon keystore of %s: share %d of %d
                Any %d of the shares give the keystore back: symbolon keystore restore. Keep this one apart from the others.
                """.formatted(organisation, number, Escrow.SHARES, Escrow.NEEDED));
        int line = 1;
        for (int from = 0; from < symbols.length(); from += LINE_SYMBOLS) {
            String part = symbols.substring(from, Math.min(symbols.length(), from + LINE_SYMBOLS));
            text.append("%3d:".formatted(line));
            for (int i = 0; i < part.length(); i += GROUP_SYMBOLS) {
                text.append(' ').append(part, i, Math.min(part.length(), i + GROUP_SYMBOLS));
            }
            text.append(" - ").append(lineCheck(line, part)).append('\n');
            line++;
        }
        return text.toString();
    }

    /**
     * Reads what {@link #text} gives; case, blanks and every line that is none of a share's make no difference, nor do O for 0,
     * I and L for 1.
     *
     * @throws SymbolonException {@code DAMAGED} naming the first line that was misread or is missing, {@code
     *     UNSUPPORTED_FORMAT} where a newer version wrote it
     */
    public static KeystoreShare parse(String text) {
        if (text.length() > MAX_TEXT_CHARACTERS) {
            throw new SymbolonException(ErrorCode.DAMAGED, "This is longer than any share of a keystore");
        }
        StringBuilder symbols = new StringBuilder();
        int expected = 1;
        for (String line : text.split("\n", -1)) {
            var matcher = LINE.matcher(line.replace("\r", ""));
            if (matcher.matches()) {
                String part = tidy(matcher.group(2));
                boolean right = Integer.parseInt(matcher.group(1)) == expected
                        && tidy(matcher.group(3)).equals(lineCheck(expected, part));
                if (!right) {
                    throw new SymbolonException(
                            ErrorCode.DAMAGED, "Line " + expected + " of the share is missing or was misread");
                }
                symbols.append(part);
                expected++;
            }
        }
        return decode(bytesOf(symbols));
    }

    private static KeystoreShare decode(byte[] decoded) {
        int length = decoded.length - CHECK_BYTES;
        if (length <= HEAD_BYTES) {
            throw new SymbolonException(ErrorCode.DAMAGED, "This is no share of a keystore, or lines are missing");
        }
        byte[] content = Arrays.copyOf(decoded, length);
        byte[] check = Arrays.copyOfRange(decoded, length, decoded.length);
        if (!Arrays.equals(check, Escrow.digest("symbolon share", content, CHECK_BYTES))) {
            throw new SymbolonException(
                    ErrorCode.DAMAGED, "The share is not whole: lines are missing at its end, or a letter was misread");
        }
        if (content[0] != VERSION) {
            throw new SymbolonException(
                    ErrorCode.UNSUPPORTED_FORMAT, "The share was written by a newer version of Symbolon");
        }
        int number = content[1 + SET_BYTES];
        if (number < 1 || number > Escrow.SHARES) {
            throw new SymbolonException(ErrorCode.DAMAGED, "The share has an impossible number");
        }
        return new KeystoreShare(
                number,
                Arrays.copyOfRange(content, 1, 1 + SET_BYTES),
                Arrays.copyOfRange(content, HEAD_BYTES, content.length));
    }

    private byte[] content() {
        return ByteBuffer.allocate(HEAD_BYTES + bytes.length)
                .put((byte) VERSION)
                .put(set)
                .put((byte) number)
                .put(bytes)
                .array();
    }

    private static String lineCheck(int line, String part) {
        byte[] digest = Escrow.digest(
                "symbolon share line " + line, part.getBytes(java.nio.charset.StandardCharsets.US_ASCII), 2);
        return symbols(digest).substring(0, LINE_CHECK_SYMBOLS);
    }

    private static String tidy(String symbols) {
        return symbols.toUpperCase(Locale.ROOT)
                .replace(" ", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }

    /** Five bits a symbol, the highest first; zero bits fill up the last. */
    private static String symbols(byte[] bytes) {
        StringBuilder symbols = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte next : bytes) {
            bits = (bits << 8) | (next & 0xFF);
            held += 8;
            while (held >= GROUP_SYMBOLS) {
                held -= GROUP_SYMBOLS;
                symbols.append(SYMBOLS.charAt((bits >> held) & 0x1F));
            }
        }
        return held == 0
                ? symbols.toString()
                : symbols.append(SYMBOLS.charAt((bits << (GROUP_SYMBOLS - held)) & 0x1F))
                        .toString();
    }

    private static byte[] bytesOf(CharSequence symbols) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (int i = 0; i < symbols.length(); i++) {
            int value = SYMBOLS.indexOf(symbols.charAt(i));
            if (value < 0) {
                throw new SymbolonException(ErrorCode.DAMAGED, "A share has a letter that shares do not use");
            }
            bits = ((bits << GROUP_SYMBOLS) | value) & 0xFFFF;
            held += GROUP_SYMBOLS;
            if (held >= 8) {
                held -= 8;
                bytes.write(bits >> held);
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return "[share " + number + "]";
    }
}
