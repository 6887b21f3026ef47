package org.symbolon.agent.internal.mllp;

/** The bytes around a message (MLLP release 1, section 2.3). */
final class Frame {
    static final int START_BLOCK = 0x0B;
    static final int END_BLOCK = 0x1C;
    static final int CARRIAGE_RETURN = 0x0D;

    private Frame() {}

    static byte[] around(byte[] message) {
        byte[] frame = new byte[message.length + 3];
        frame[0] = START_BLOCK;
        System.arraycopy(message, 0, frame, 1, message.length);
        frame[frame.length - 2] = END_BLOCK;
        frame[frame.length - 1] = CARRIAGE_RETURN;
        return frame;
    }
}
