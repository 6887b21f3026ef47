package org.symbolon.dicom.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages inputs the way a broken writer, a broken line or an attacker would. The same seed gives the same damage. */
final class Mutation {
    private static final int MAX_STEPS = 4;
    private static final int MAX_RUN_BYTES = 64;
    private static final long[] LENGTHS = {
        0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFE, 0xFFFF, 0x7FFFFFFFL, 0x80000000L, 0xFFFFFFFEL, 0xFFFFFFFFL
    };

    private final List<byte[]> corpus;
    private final Random random;

    Mutation(List<byte[]> corpus, long seed) {
        this.corpus = corpus;
        this.random = new Random(seed);
    }

    /** One of the inputs, damaged at one to four places. */
    byte[] next() {
        byte[] bytes = pick().clone();
        for (int i = random.nextInt(MAX_STEPS); i >= 0; i--) {
            bytes = bytes.length == 0 ? pick().clone() : damage(bytes);
        }
        return bytes;
    }

    private byte[] pick() {
        return corpus.get(random.nextInt(corpus.size()));
    }

    private byte[] damage(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + 1 + random.nextInt(MAX_RUN_BYTES));
        switch (random.nextInt(8)) {
            case 0 -> bytes[at] = (byte) random.nextInt(256);
            case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> putNumber(bytes, at);
            case 3 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 4 -> {
                return splice(bytes, at, Arrays.copyOfRange(bytes, at, end), at);
            }
            case 5 -> {
                return splice(bytes, at, new byte[0], end);
            }
            case 6 -> {
                byte[] other = pick();
                int from = random.nextInt(other.length + 1);
                int to = Math.min(other.length, from + random.nextInt(MAX_RUN_BYTES));
                return splice(bytes, at, Arrays.copyOfRange(other, from, to), end);
            }
            default -> Arrays.fill(bytes, at, end, (byte) (random.nextBoolean() ? 0 : 0xFF));
        }
        return bytes;
    }

    /** A number that is often mishandled, in either byte order. */
    private void putNumber(byte[] bytes, int at) {
        long number = LENGTHS[random.nextInt(LENGTHS.length)];
        int size = random.nextBoolean() ? 2 : 4;
        boolean bigEndian = random.nextBoolean();
        for (int i = 0; i < size && at + i < bytes.length; i++) {
            bytes[at + i] = (byte) (number >>> (8 * (bigEndian ? size - 1 - i : i)));
        }
    }

    private static byte[] splice(byte[] bytes, int at, byte[] middle, int restFrom) {
        byte[] result = Arrays.copyOf(bytes, at + middle.length + bytes.length - restFrom);
        System.arraycopy(middle, 0, result, at, middle.length);
        System.arraycopy(bytes, restFrom, result, at + middle.length, bytes.length - restFrom);
        return result;
    }
}
