package org.symbolon.deidentification.splice;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;

/** Direct buffers for {@link SourceFile}s, used again and again; a few are kept for those who come next. Thread-safe. */
final class CopyBuffers {
    private static final int MAX_IDLE = 16;
    private static final ArrayBlockingQueue<ByteBuffer> IDLE = new ArrayBlockingQueue<>(MAX_IDLE);

    private CopyBuffers() {}

    /** The caller gives it back, once. */
    static ByteBuffer take() {
        ByteBuffer idle = IDLE.poll();
        return idle == null ? ByteBuffer.allocateDirect(SourceFile.BUFFER_BYTES) : idle.clear();
    }

    static void giveBack(ByteBuffer buffer) {
        // one too many is left to the garbage collector
        boolean kept = IDLE.offer(buffer);
        assert kept || IDLE.remainingCapacity() == 0;
    }
}
