package org.symbolon.dicom.net.internal;

import io.netty.buffer.ByteBuf;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.net.DataSetOutput;

/**
 * Packs a command set and a data set into P-DATA-TF PDUs with one presentation data value each. Several PDUs share one
 * buffer, so that a peer with small PDUs costs no more system calls than one with large ones. At most two buffers wait for
 * the peer; a third write blocks. Owned by the association's thread.
 */
final class PDataOutput extends DataSetOutput {
    private static final int BUFFER_BYTES = 256 * 1024;
    private static final int OVERHEAD_BYTES = PduType.HEADER_BYTES + PduType.PDV_HEADER_BYTES;
    private static final int WORTHWHILE_BYTES = 4 * 1024;

    private final Association association;
    private final int contextId;
    /** Longest value of one PDU, even (PS3.8 annex E.2: fragments of even length). */
    private final int maxValueBytes;

    private @Nullable ByteBuf buffer;
    /** Where the current PDU begins in the buffer, -1 between PDUs. */
    private int pduStart = -1;
    /** Where the current PDU must end. */
    private int pduEnd;

    private boolean commandPart;
    private boolean open = true;
    private boolean handedOver;

    PDataOutput(Association association, int contextId, int maxPduBytes) {
        this.association = association;
        this.contextId = contextId;
        this.maxValueBytes = (maxPduBytes - PduType.PDV_HEADER_BYTES) & ~1;
    }

    /** Writes the whole command set, to go out together with what follows. */
    void writeCommand(byte[] command) throws IOException {
        commandPart = true;
        write(command, 0, command.length);
        endPart();
        commandPart = false;
    }

    /** Ends the data set; call {@link #flushBuffer} next. */
    void endPart() throws IOException {
        room();
        endPdu(true);
    }

    /** Whether the peer may have seen any of the message. */
    boolean handedOver() {
        return handedOver;
    }

    @Override
    public void write(int value) throws IOException {
        room().writeByte(value);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int from = offset;
        int end = offset + length;
        while (from < end) {
            ByteBuf target = room();
            int n = Math.min(end - from, pduEnd - target.writerIndex());
            target.writeBytes(bytes, from, n);
            from += n;
        }
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int written = source.remaining();
        while (source.hasRemaining()) {
            ByteBuf target = room();
            int n = Math.min(source.remaining(), pduEnd - target.writerIndex());
            ByteBuffer part = source.duplicate();
            part.limit(part.position() + n);
            target.writeBytes(part);
            source.position(source.position() + n);
        }
        return written;
    }

    @Override
    public void transferFrom(FileChannel file, long position, long count) throws IOException {
        long done = 0;
        while (done < count) {
            ByteBuf target = room();
            int n = (int) Math.min(count - done, pduEnd - target.writerIndex());
            int read = target.writeBytes(file, position + done, n);
            if (read <= 0) {
                throw new EOFException("The file is shorter than what was to be sent");
            }
            done += read;
        }
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    /** The buffer, with room for at least one byte in the current PDU. A full PDU is closed only here, since only now it is known not to be the last. */
    private ByteBuf room() throws IOException {
        if (!open) {
            throw new ClosedChannelException();
        }
        if (pduStart >= 0 && buffer != null && buffer.writerIndex() < pduEnd) {
            return buffer;
        }
        if (pduStart >= 0) {
            endPdu(false);
        }
        int wanted = OVERHEAD_BYTES + Math.min(maxValueBytes, WORTHWHILE_BYTES);
        if (buffer != null && buffer.capacity() - buffer.writerIndex() < wanted) {
            flushBuffer();
        }
        if (buffer == null) {
            buffer = association.allocate(BUFFER_BYTES);
        }
        pduStart = buffer.writerIndex();
        int valueBytes = Math.min(maxValueBytes, (buffer.capacity() - pduStart - OVERHEAD_BYTES) & ~1);
        buffer.writeZero(OVERHEAD_BYTES);
        pduEnd = pduStart + OVERHEAD_BYTES + valueBytes;
        return buffer;
    }

    private void endPdu(boolean last) {
        ByteBuf pdu = Objects.requireNonNull(buffer);
        int length = pdu.writerIndex() - pduStart - PduType.HEADER_BYTES;
        pdu.setByte(pduStart, PduType.P_DATA_TF);
        pdu.setInt(pduStart + 2, length);
        pdu.setInt(pduStart + 6, length - 4);
        pdu.setByte(pduStart + 10, contextId);
        pdu.setByte(pduStart + 11, (commandPart ? 1 : 0) | (last ? 2 : 0));
        pduStart = -1;
    }

    /** Hands what there is to the connection; waits while the peer does not read. */
    void flushBuffer() throws IOException {
        ByteBuf full = buffer;
        if (full != null) {
            buffer = null;
            handedOver = true;
            association.write(full);
        }
    }

    /** Nothing more can be written; an unsent buffer is given back. */
    void end() {
        open = false;
        if (buffer != null) {
            buffer.release();
            buffer = null;
        }
    }
}
