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
    /** Room for most command sets. */
    private static final int COMMAND_BYTES = 1024;

    private static final int OVERHEAD_BYTES = PduType.HEADER_BYTES + PduType.PDV_HEADER_BYTES;
    private static final int WORTHWHILE_BYTES = 4 * 1024;
    /** In smaller PDUs the two system calls that each slice needs cost more than copying. */
    private static final int WORTHWHILE_SLICE_BYTES = 60 * 1024;

    private static final String TOO_SHORT = "The file is shorter than what was to be sent";

    private final Association association;
    private final int contextId;
    /** Longest value of one PDU, even (PS3.8 annex E.2: fragments of even length). */
    private final int maxValueBytes;
    /** Capacity of a buffer: no more than is likely to be used, since a peer that does not read makes us hold many. */
    private final int bufferBytes;

    private @Nullable ByteBuf buffer;
    /** Where the current PDU begins in the buffer, -1 between PDUs. */
    private int pduStart = -1;
    /** Where the current PDU must end. */
    private int pduEnd;

    private boolean commandPart;
    private boolean open = true;
    private boolean handedOver;

    /** @param dataSetBytes how many are likely to come, -1 if that is not known */
    PDataOutput(Association association, int contextId, int maxPduBytes, long dataSetBytes) {
        this.association = association;
        this.contextId = contextId;
        this.maxValueBytes = (maxPduBytes - PduType.PDV_HEADER_BYTES) & ~1;
        long overhead = (dataSetBytes / maxValueBytes + 2) * OVERHEAD_BYTES + COMMAND_BYTES + WORTHWHILE_BYTES;
        this.bufferBytes = dataSetBytes < 0 ? BUFFER_BYTES : (int) Math.min(BUFFER_BYTES, dataSetBytes + overhead);
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
        endPdu(true, 0);
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
        if (position + count > file.size()) {
            throw new EOFException(TOO_SHORT);
        }
        long sliced = pduStart < 0 && maxValueBytes >= WORTHWHILE_SLICE_BYTES && association.sendsFiles()
                ? transferSlices(file, position, count)
                : 0;
        copyFrom(file, position + sliced, count - sliced);
    }

    /** Has the kernel move all whole PDUs; what is left may be the end of the data set, which only {@link #endPart} knows. */
    private long transferSlices(FileChannel file, long position, long count) throws IOException {
        long done = 0;
        while (count - done > maxValueBytes) {
            ByteBuf header = bufferFor(OVERHEAD_BYTES, OVERHEAD_BYTES);
            pduStart = header.writerIndex();
            header.writeZero(OVERHEAD_BYTES);
            endPdu(false, maxValueBytes);
            flushBuffer();
            association.write(new FileSlice(file, position + done, maxValueBytes));
            done += maxValueBytes;
        }
        return done;
    }

    private void copyFrom(FileChannel file, long position, long count) throws IOException {
        long done = 0;
        while (done < count) {
            ByteBuf target = room();
            int n = (int) Math.min(count - done, pduEnd - target.writerIndex());
            int read = target.writeBytes(file, position + done, n);
            if (read <= 0) {
                throw new EOFException(TOO_SHORT);
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
            endPdu(false, 0);
        }
        ByteBuf target = bufferFor(OVERHEAD_BYTES + Math.min(maxValueBytes, WORTHWHILE_BYTES), bufferBytes);
        pduStart = target.writerIndex();
        int valueBytes = Math.min(maxValueBytes, (target.capacity() - pduStart - OVERHEAD_BYTES) & ~1);
        target.writeZero(OVERHEAD_BYTES);
        pduEnd = pduStart + OVERHEAD_BYTES + valueBytes;
        return target;
    }

    /** The buffer, with room for that many bytes, or a new one of the capacity. */
    private ByteBuf bufferFor(int bytes, int capacity) throws IOException {
        ByteBuf current = buffer;
        if (current != null && current.capacity() - current.writerIndex() < bytes) {
            flushBuffer();
            current = null;
        }
        if (current == null) {
            current = association.allocate(Math.max(bytes, capacity));
            buffer = current;
        }
        return current;
    }

    /** @param bytesToCome of the value, which are not in the buffer */
    private void endPdu(boolean last, int bytesToCome) {
        ByteBuf pdu = Objects.requireNonNull(buffer);
        int length = pdu.writerIndex() - pduStart - PduType.HEADER_BYTES + bytesToCome;
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
            association.write(trimmed(full));
        }
    }

    /** What waits for the peer is counted by its bytes, so it must not hold much more memory than that. */
    private ByteBuf trimmed(ByteBuf full) {
        if (full.readableBytes() >= full.capacity() / 4 || full.capacity() <= COMMAND_BYTES) {
            return full;
        }
        ByteBuf exact = association.allocate(full.readableBytes());
        exact.writeBytes(full);
        full.release();
        return exact;
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
