package org.symbolon.crosswalk.internal.store;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * A half's body without its original SOP Instance UID, which stands in it several times and may end in digits that do not
 * compress: of the UID what follows the beginning that is common to the block is written once, long tails as a number.
 */
final class BodyWithoutUid {
    /** A shorter UID stays in the body: there is nothing to gain. */
    private static final int MIN_UID_BYTES = 8;

    /** Shorter tails, counters mostly, compress better as text. */
    private static final int MIN_NUMBER_CHARACTERS = 10;

    private static final int MAX_NUMBER_BYTES = 64;
    private static final String SYMBOLS = "0123456789.";
    private static final BigInteger RADIX = BigInteger.valueOf(SYMBOLS.length());

    private BodyWithoutUid() {}

    /** What all original UIDs begin with. */
    static String prefix(List<String> uids) {
        String prefix = uids.get(0);
        for (String uid : uids) {
            int same = 0;
            while (same < prefix.length() && same < uid.length() && prefix.charAt(same) == uid.charAt(same)) {
                same++;
            }
            prefix = prefix.substring(0, same);
        }
        return prefix;
    }

    /**
     * @param raw gets what does not compress
     * @param packed gets the rest
     */
    static void write(byte[] body, String prefix, String uid, ByteArrayOutputStream raw, Fields.Writer packed) {
        String tail = uid.substring(prefix.length());
        byte[] number = number(tail);
        packed.number(number.length);
        raw.writeBytes(number);
        if (number.length == 0) {
            packed.text(tail);
        }
        ByteArrayOutputStream left = new ByteArrayOutputStream(body.length);
        Fields.Writer places = new Fields.Writer();
        byte[] sought = bytes(uid);
        int count = 0;
        int from = 0;
        for (int at = find(body, sought, 0); at >= 0; at = find(body, sought, from)) {
            places.number(at - from);
            left.write(body, from, at - from);
            from = at + sought.length;
            count++;
        }
        left.write(body, from, body.length - from);
        packed.number(count).raw(places.toByteArray()).bytes(left.toByteArray());
    }

    /** The body that {@link #write} took apart; {@code DAMAGED} where it cannot have been. */
    static byte[] read(String prefix, Fields.Reader raw, Fields.Reader packed, int maxBytes) {
        int length = HalfCodec.bounded(packed.number(), MAX_NUMBER_BYTES);
        byte[] uid = bytes(prefix + (length == 0 ? packed.text() : text(raw.raw(length))));
        int[] places = new int[HalfCodec.bounded(packed.number(), maxBytes / MIN_UID_BYTES)];
        for (int i = 0; i < places.length; i++) {
            places[i] = packed.number();
        }
        byte[] left = packed.bytes();
        HalfCodec.bounded(left.length + places.length * uid.length, maxBytes);
        ByteArrayOutputStream body = new ByteArrayOutputStream(left.length + places.length * uid.length);
        int from = 0;
        for (int place : places) {
            HalfCodec.bounded(place, left.length - from);
            body.write(left, from, place);
            body.writeBytes(uid);
            from += place;
        }
        body.write(left, from, left.length - from);
        return body.toByteArray();
    }

    private static byte[] bytes(String uid) {
        return uid.getBytes(StandardCharsets.UTF_8);
    }

    private static int find(byte[] body, byte[] sought, int from) {
        if (sought.length < MIN_UID_BYTES) {
            return -1;
        }
        for (int at = from; at <= body.length - sought.length; at++) {
            if (body[at] == sought[0] && Arrays.equals(body, at, at + sought.length, sought, 0, sought.length)) {
                return at;
            }
        }
        return -1;
    }

    /** In base 11, behind a 1 that keeps zeros in front; empty where the tail is short, or has other characters. */
    private static byte[] number(String tail) {
        if (tail.length() < MIN_NUMBER_CHARACTERS) {
            return new byte[0];
        }
        BigInteger number = BigInteger.ONE;
        for (int i = 0; i < tail.length(); i++) {
            int symbol = SYMBOLS.indexOf(tail.charAt(i));
            if (symbol < 0) {
                return new byte[0];
            }
            number = number.multiply(RADIX).add(BigInteger.valueOf(symbol));
        }
        byte[] bytes = number.toByteArray();
        return bytes.length > MAX_NUMBER_BYTES ? new byte[0] : bytes;
    }

    private static String text(byte[] number) {
        StringBuilder text = new StringBuilder();
        BigInteger rest = new BigInteger(number);
        while (rest.compareTo(BigInteger.ONE) > 0) {
            BigInteger[] parts = rest.divideAndRemainder(RADIX);
            text.append(SYMBOLS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        if (!rest.equals(BigInteger.ONE)) {
            throw new SymbolonException(ErrorCode.DAMAGED, "A block of the crosswalk has an impossible UID");
        }
        return text.reverse().toString();
    }
}
