package org.symbolon.dicom.net.internal;

import io.netty.buffer.ByteBuf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.net.AcceptedContext;
import org.symbolon.dicom.net.AsynchronousOperations;
import org.symbolon.dicom.net.DataSetSource;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.DicomNetworkException.Kind;
import org.symbolon.dicom.net.NegotiatedTerms;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.internal.UpperLayer.Role;

/**
 * An established association: sends and receives DIMSE messages (PS3.7 6.3) in the data transfer state of PS3.8 (Sta6), for
 * either role. Owned by one thread. The first failure ends it, and is thrown again by every later call.
 */
public final class Association {
    private final AssociationChannel channel;
    private final NetworkOptions options;
    private final Map<Integer, AcceptedContext> contexts;
    private final NegotiatedTerms terms;

    /** How long this thread has waited for the rest of the current PDU: our own slowness does not count against the peer. */
    private long waitedInPduNanos;

    private final Pace pace;
    private boolean stopRequested;
    private boolean requestSent;
    private int lastMessageId;
    private @Nullable DicomNetworkException failure;

    Association(
            AssociationChannel channel,
            NetworkOptions options,
            Map<Integer, AcceptedContext> contexts,
            NegotiatedTerms terms) {
        this.channel = channel;
        this.options = options;
        this.contexts = Map.copyOf(contexts);
        this.terms = terms;
        this.pace = new Pace(options.idleTimeout(), options.limits().minBytesPerSecond());
    }

    public Map<Integer, AcceptedContext> contexts() {
        return contexts;
    }

    /** What was agreed on beside the contexts. */
    public NegotiatedTerms terms() {
        return terms;
    }

    /** The granted window: how many requests of either side may wait for their responses at the same time. */
    public AsynchronousOperations asynchronousOperations() {
        return terms.asynchronousOperations();
    }

    /** Whether no failure or end is known. */
    public boolean isOpen() {
        return failure == null && channel.end() == null;
    }

    /** A Message ID (0000,0110) for the next request of this side. */
    public int nextMessageId() {
        lastMessageId = lastMessageId % 0xFFFF + 1;
        return lastMessageId;
    }

    /** From here on, failures say that the peer has not got the request, until it was wholly sent. */
    public void beginOperation() throws DicomNetworkException {
        requestSent = false;
        rethrowFailure();
    }

    // ---------------------------------------------------------------- receiving

    /**
     * Waits for the next message.
     *
     * @return empty if the peer asks to release the association instead
     */
    Optional<Message> nextMessage(Duration timeout) throws DicomNetworkException {
        ByteArrayOutputStream command = new ByteArrayOutputStream();
        int contextId = -1;
        boolean last = false;
        while (!last) {
            Inbound inbound = next(command.size() == 0 ? timeout : options.idleTimeout(), command.size() == 0);
            if (inbound instanceof Inbound.ReleaseRequest && command.size() == 0) {
                return Optional.empty();
            }
            Inbound.Fragment fragment = requireFragment(inbound);
            try {
                if (!fragment.command() || (contextId >= 0 && contextId != fragment.contextId())) {
                    throw violation(AbortReason.UNEXPECTED_PDU, "Data came where a command was expected");
                }
                contextId = fragment.contextId();
                append(fragment.data(), command, Limits.MAX_COMMAND_BYTES, "A command set is too long");
                last = fragment.last();
            } finally {
                fragment.data().release();
            }
        }
        AcceptedContext context = contexts.get(contextId);
        if (context == null) {
            throw violation(AbortReason.INVALID_PDU_PARAMETER, "A message uses a context that was not accepted");
        }
        try {
            return Optional.of(new Message(context, CommandSet.decode(command.toByteArray())));
        } catch (ProtocolViolation e) {
            throw violation(e.reason(), String.valueOf(e.getMessage()));
        }
    }

    /** Whether {@link #nextMessage} has something to work on, waiting for it if need be. Nothing in time is no failure. */
    boolean awaitInput(Duration timeout) throws DicomNetworkException {
        rethrowFailure();
        try {
            return channel.await(timeout.toNanos());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private void append(ByteBuf data, ByteArrayOutputStream to, int limit, String message)
            throws DicomNetworkException {
        if (to.size() + data.readableBytes() > limit) {
            throw violation(AbortReason.INVALID_PDU_PARAMETER, message);
        }
        byte[] bytes = new byte[data.readableBytes()];
        data.readBytes(bytes);
        to.writeBytes(bytes);
    }

    /** The data set of the message; read or drain it before the next message. */
    DataSetInput dataSetOf(Message message) {
        return new DataSetInput(this, message.context().id());
    }

    /** The data set of a message that is to be held in memory; empty if the message has none. */
    DataSet parameters(Message message) throws IOException {
        if (!message.command().hasDataSet()) {
            return new DataSet();
        }
        DataSetInput in = dataSetOf(message);
        byte[] bytes = in.readNBytes(Limits.MAX_PARAMETER_BYTES);
        if (in.read() >= 0) {
            throw violation(AbortReason.INVALID_PDU_PARAMETER, "The data set of a request is too long");
        }
        return DataSetCodec.decode(bytes, message.context().transferSyntax());
    }

    Inbound.Fragment nextFragment() throws DicomNetworkException {
        return requireFragment(next(options.idleTimeout(), false));
    }

    private Inbound.Fragment requireFragment(Inbound inbound) throws DicomNetworkException {
        if (inbound instanceof Inbound.Fragment fragment) {
            return fragment;
        }
        throw violation(AbortReason.UNEXPECTED_PDU, "A PDU came in the middle of a message, or does not belong here");
    }

    /**
     * The next message that is no end of the connection.
     *
     * @param betweenMessages whether a request to stop may be followed now
     */
    private Inbound next(Duration timeout, boolean betweenMessages) throws DicomNetworkException {
        rethrowFailure();
        while (true) {
            if (stopRequested && betweenMessages) {
                throw abort(Kind.ABORTED, AbortReason.SERVICE_USER, "This side is shutting down");
            }
            Inbound inbound = poll(timeout, betweenMessages);
            if (inbound instanceof Inbound.Stop) {
                stopRequested = true;
            } else if (inbound.endsConnection()) {
                throw ended(inbound);
            } else {
                return inbound;
            }
        }
    }

    private Inbound poll(Duration timeout, boolean betweenMessages) throws DicomNetworkException {
        long start = System.nanoTime();
        Inbound inbound;
        try {
            inbound = channel.poll(timeout.toNanos() - waitedInPduNanos);
        } catch (InterruptedException e) {
            throw interrupted();
        }
        if (inbound == null) {
            throw abort(Kind.TIMEOUT, AbortReason.NOT_SPECIFIED, "The peer did not send in time");
        }
        long waited = System.nanoTime() - start;
        boolean pduIsComplete = !(inbound instanceof Inbound.Fragment fragment) || fragment.endOfPdu();
        waitedInPduNanos = pduIsComplete ? 0 : waitedInPduNanos + waited;
        if (betweenMessages) {
            pace.begin();
        } else if (inbound instanceof Inbound.Fragment fragment
                && pace.isTooSlow(waited, fragment.data().readableBytes())) {
            fragment.data().release();
            throw abort(Kind.TIMEOUT, AbortReason.NOT_SPECIFIED, "The peer sends too slowly");
        }
        return inbound;
    }

    // ---------------------------------------------------------------- sending

    /** Sends a message without a data set. */
    void send(AcceptedContext context, CommandSet command) throws IOException {
        transmit(context, command, null);
    }

    /** Sends a message. If the source fails after part of the message has left, the association is aborted. */
    void send(AcceptedContext context, CommandSet command, DataSetSource dataSet) throws IOException {
        transmit(context, command, dataSet);
    }

    /** Sends a message with a data set that is in memory. */
    void send(AcceptedContext context, CommandSet command, DataSet dataSet) throws IOException {
        send(context, command, DataSetSource.ofBytes(DataSetCodec.encode(dataSet, context.transferSyntax())));
    }

    private void transmit(AcceptedContext context, CommandSet command, @Nullable DataSetSource dataSet)
            throws IOException {
        rethrowFailure();
        PDataOutput out =
                new PDataOutput(this, context.id(), terms.maxSendPduBytes(), dataSet == null ? 0 : dataSet.length());
        boolean complete = false;
        try {
            out.writeCommand(command.encode(dataSet != null));
            if (dataSet != null) {
                dataSet.writeTo(out);
                out.endPart();
            }
            out.flushBuffer();
            channel.acknowledgeAtOnce();
            requestSent = true;
            complete = true;
        } finally {
            out.end();
            if (!complete && out.handedOver() && failure == null) {
                abort();
            }
        }
    }

    /** Whether {@link #write(FileSlice)} is possible. */
    boolean sendsFiles() {
        return channel.isPlain();
    }

    /** Sends part of a file; waits until it has left, or the connection has ended. */
    void write(FileSlice slice) throws DicomNetworkException {
        boolean done;
        try {
            rethrowFailure();
            done = channel.write(slice, options.idleTimeout().toNanos());
        } catch (InterruptedException e) {
            throw interrupted();
        }
        Inbound end = channel.end();
        if (end != null) {
            throw ended(end);
        }
        if (!done) {
            throw abort(Kind.TIMEOUT, AbortReason.NOT_SPECIFIED, "The peer did not read in time");
        }
    }

    ByteBuf allocate(int bytes) {
        return channel.channel().alloc().directBuffer(bytes, bytes);
    }

    /** Takes over the buffer; waits while the peer does not read. */
    void write(ByteBuf buffer) throws DicomNetworkException {
        boolean writable;
        try {
            rethrowFailure();
            writable = channel.awaitWritable(options.idleTimeout().toNanos());
        } catch (DicomNetworkException e) {
            buffer.release();
            throw e;
        } catch (InterruptedException e) {
            buffer.release();
            throw interrupted();
        }
        Inbound end = channel.end();
        if (writable && end == null) {
            channel.write(buffer);
            return;
        }
        buffer.release();
        throw end != null
                ? ended(end)
                : abort(Kind.TIMEOUT, AbortReason.NOT_SPECIFIED, "The peer did not read in time");
    }

    // ---------------------------------------------------------------- ending

    /**
     * Asks for release and waits for the answer (PS3.8 7.2); what the peer still sends is dropped. Where both ask at the same time,
     * the requestor answers first (PS3.8 7.2.2.7).
     */
    public void release() throws DicomNetworkException {
        rethrowFailure();
        channel.request(new Outbound.ReleaseRequest());
        long deadline = System.nanoTime() + options.associationTimeout().toNanos();
        boolean collision = false;
        while (true) {
            Inbound inbound = next(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())), false);
            if (inbound instanceof Inbound.ReleaseResponse) {
                if (collision && channel.role() == Role.ACCEPTOR) {
                    channel.request(new Outbound.ReleaseResponse());
                }
                failure = released();
                channel.over();
                return;
            } else if (inbound instanceof Inbound.ReleaseRequest) {
                collision = true;
                if (channel.role() == Role.REQUESTOR) {
                    channel.request(new Outbound.ReleaseResponse());
                }
            } else {
                InboundQueue.release(inbound);
            }
        }
    }

    /** Grants the release that the peer asked for. */
    void grantRelease() {
        failure = released();
        channel.finish(new Outbound.ReleaseResponse(), new Inbound.Disconnected(null));
    }

    private static DicomNetworkException released() {
        return new DicomNetworkException(Kind.ABORTED, false, "The association was released");
    }

    /** Aborts as the service user, unless the association has ended already. */
    public void abort() {
        if (failure == null) {
            abort(Kind.ABORTED, AbortReason.SERVICE_USER, "The association was aborted by this side");
        }
    }

    /** What the peer sent is invalid: sends the A-ABORT and gives the exception to throw. */
    DicomNetworkException violation(AbortReason reason, String message) {
        return failure != null ? failure : fail(Kind.PROTOCOL, new Outbound.Violation(reason, message), message);
    }

    private DicomNetworkException abort(Kind kind, AbortReason reason, String message) {
        return fail(kind, new Outbound.Abort(reason), message);
    }

    private DicomNetworkException fail(Kind kind, Outbound last, String message) {
        failure = new DicomNetworkException(kind, requestSent, message);
        channel.finish(last, new Inbound.Disconnected(null));
        return failure;
    }

    private DicomNetworkException interrupted() {
        Thread.currentThread().interrupt();
        return abort(Kind.ABORTED, AbortReason.SERVICE_USER, "The thread of the association was interrupted");
    }

    private DicomNetworkException ended(Inbound end) {
        failure = EndOfConnection.describe(end, requestSent);
        channel.discardInput();
        return failure;
    }

    /** Throws what ended the association, if anything has. */
    void rethrowFailure() throws DicomNetworkException {
        if (failure != null) {
            throw new DicomNetworkException(failure.kind(), requestSent, String.valueOf(failure.getMessage()), failure);
        }
    }
}
