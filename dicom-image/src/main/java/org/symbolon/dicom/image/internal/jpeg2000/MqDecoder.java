package org.symbolon.dicom.image.internal.jpeg2000;

import java.util.Arrays;

/** The MQ arithmetic decoder (T.800 annex C). Not thread-safe. */
final class MqDecoder {
    /** How many bytes of FF have to lie behind a segment: they mark its end and decode as ones. */
    static final int PADDING = 2;

    /** Table C.2: Qe, next state after the more and after the less probable symbol, whether the sense switches. */
    private static final int[][] STATES = {
        {0x5601, 1, 1, 1}, {0x3401, 2, 6, 0}, {0x1801, 3, 9, 0}, {0x0AC1, 4, 12, 0}, {0x0521, 5, 29, 0},
        {0x0221, 38, 33, 0}, {0x5601, 7, 6, 1}, {0x5401, 8, 14, 0}, {0x4801, 9, 14, 0}, {0x3801, 10, 14, 0},
        {0x3001, 11, 17, 0}, {0x2401, 12, 18, 0}, {0x1C01, 13, 20, 0}, {0x1601, 29, 21, 0}, {0x5601, 15, 14, 1},
        {0x5401, 16, 14, 0}, {0x5101, 17, 15, 0}, {0x4801, 18, 16, 0}, {0x3801, 19, 17, 0}, {0x3401, 20, 18, 0},
        {0x3001, 21, 19, 0}, {0x2801, 22, 19, 0}, {0x2401, 23, 20, 0}, {0x2201, 24, 21, 0}, {0x1C01, 25, 22, 0},
        {0x1801, 26, 23, 0}, {0x1601, 27, 24, 0}, {0x1401, 28, 25, 0}, {0x1201, 29, 26, 0}, {0x1101, 30, 27, 0},
        {0x0AC1, 31, 28, 0}, {0x09C1, 32, 29, 0}, {0x08A1, 33, 30, 0}, {0x0521, 34, 31, 0}, {0x0441, 35, 32, 0},
        {0x02A1, 36, 33, 0}, {0x0221, 37, 34, 0}, {0x0141, 38, 35, 0}, {0x0111, 39, 36, 0}, {0x0085, 40, 37, 0},
        {0x0049, 41, 38, 0}, {0x0025, 42, 39, 0}, {0x0015, 43, 40, 0}, {0x0009, 44, 41, 0}, {0x0005, 45, 42, 0},
        {0x0001, 45, 43, 0}, {0x5601, 46, 46, 0}
    };

    /**
     * A state with its sense in one number: Qe from bit 16, the index of what follows the more probable symbol from bit 8, the
     * less probable one from bit 1, the sense in bit 0. An index is twice the row of table C.2 plus the sense.
     */
    private static final int[] TRANSITIONS = transitions();

    private final int[] contexts = new int[Contexts.COUNT];
    private byte[] bytes = new byte[PADDING];
    private int at;
    private int code;
    private int interval;
    private int countdown;

    private static int[] transitions() {
        int[] result = new int[2 * STATES.length];
        for (int i = 0; i < result.length; i++) {
            int[] state = STATES[i >> 1];
            int sense = i & 1;
            int afterMore = 2 * state[1] + sense;
            int afterLess = 2 * state[2] + (sense ^ state[3]);
            result[i] = state[0] << 16 | afterMore << 8 | afterLess << 1 | sense;
        }
        return result;
    }

    /** All contexts as at the beginning of a code-block (table D.7). */
    void resetContexts() {
        Arrays.fill(contexts, TRANSITIONS[0]);
        contexts[0] = TRANSITIONS[2 * 4];
        contexts[Contexts.RUN] = TRANSITIONS[2 * 3];
        contexts[Contexts.UNIFORM] = TRANSITIONS[2 * 46];
    }

    /** Begins a segment (C.3.5); {@link #PADDING} bytes of FF lie behind it. */
    void start(byte[] segment, int offset) {
        bytes = segment;
        at = offset;
        code = (bytes[at] & 0xFF) << 16;
        fill();
        code <<= 7;
        countdown -= 7;
        interval = 0x8000;
    }

    /** One decision (C.3.2). */
    int decode(int context) {
        int state = contexts[context];
        int estimate = state >>> 16;
        int rest = interval - estimate;
        if (code >>> 16 >= estimate) {
            code -= estimate << 16;
            if ((rest & 0x8000) != 0) {
                interval = rest;
                return state & 1;
            }
            return rest < estimate ? lessProbable(context, state, rest) : moreProbable(context, state, rest);
        }
        return rest < estimate ? moreProbable(context, state, estimate) : lessProbable(context, state, estimate);
    }

    private int moreProbable(int context, int state, int remaining) {
        contexts[context] = TRANSITIONS[state >> 8 & 0x7F];
        renormalise(remaining);
        return state & 1;
    }

    private int lessProbable(int context, int state, int remaining) {
        contexts[context] = TRANSITIONS[state >> 1 & 0x7F];
        renormalise(remaining);
        return (state & 1) ^ 1;
    }

    private void renormalise(int remaining) {
        int shift = Integer.numberOfLeadingZeros(remaining) - 16;
        interval = remaining << shift;
        while (shift > countdown) {
            code <<= countdown;
            shift -= countdown;
            fill();
        }
        code <<= shift;
        countdown -= shift;
    }

    /** BYTEIN (figure C.19). */
    private void fill() {
        int next = bytes[at + 1] & 0xFF;
        if (bytes[at] != (byte) 0xFF) {
            at++;
            code += next << 8;
            countdown = 8;
        } else if (next > 0x8F) {
            code += 0xFF00;
            countdown = 8;
        } else {
            at++;
            code += next << 9;
            countdown = 7;
        }
    }
}
