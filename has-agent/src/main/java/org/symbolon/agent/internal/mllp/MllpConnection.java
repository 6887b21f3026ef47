package org.symbolon.agent.internal.mllp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.model.ErrorCode;

/**
 * One peer: its messages one after the other, each answered before the next is read. Belongs to its own thread; others may ask
 * how long it is overdue or idle, and close it, which loses nothing that was acknowledged.
 */
final class MllpConnection implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(MllpConnection.class);
    private static final int BUFFER_BYTES = 16 << 10;
    private static final int END_OF_STREAM = -1;

    private final Socket socket;
    private final MllpOptions options;
    private final MessageIntake intake;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int limit;
    private volatile long deadlineNanos;
    private volatile boolean limited;
    private volatile boolean idle;

    MllpConnection(Socket socket, MllpOptions options, MessageIntake intake) {
        this.socket = socket;
        this.options = options;
        this.intake = intake;
        within(options.handshakeTimeout());
    }

    @Override
    public void run() {
        try (Socket raw = socket;
                Socket secured = secure(raw)) {
            serve(secured.getInputStream(), secured.getOutputStream());
        } catch (IOException e) {
            LOG.debug("An MLLP connection ended: {}", e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("A defect on an MLLP connection: {}", e.getClass().getName());
        }
    }

    private Socket secure(Socket raw) throws IOException {
        raw.setTcpNoDelay(true);
        raw.setKeepAlive(true);
        if (options.tls() == null) {
            return raw;
        }
        SSLSocket secured = (SSLSocket) options.tls()
                .getSocketFactory()
                .createSocket(raw, raw.getInetAddress().getHostAddress(), raw.getPort(), true);
        secured.setUseClientMode(false);
        secured.setNeedClientAuth(options.clientCertificates());
        secured.startHandshake();
        return secured;
    }

    private void serve(InputStream in, OutputStream out) throws IOException, InterruptedException {
        while (true) {
            within(options.idleTimeout());
            idle = true;
            int first = start(in);
            idle = false;
            if (first == END_OF_STREAM) {
                return;
            }
            within(options.messageTimeout());
            if (first != Frame.START_BLOCK) {
                LOG.warn("A peer does not speak MLLP: its connection is closed");
                answer(out, Acknowledgement.ofNoMessage(ErrorCode.PROTOCOL_VIOLATION));
                return;
            }
            Optional<byte[]> answer;
            try (SpooledMessage message = intake.begin()) {
                if (!read(in, message)) {
                    LOG.warn("An MLLP connection ended within a message, after {} bytes", message.bytes());
                    return;
                }
                limited = false;
                answer = intake.finish(message);
            } finally {
                within(options.messageTimeout());
            }
            if (answer.isPresent()) {
                answer(out, answer.get());
            }
        }
    }

    private static void answer(OutputStream out, byte[] message) throws IOException {
        out.write(Frame.around(message));
        out.flush();
    }

    /** The first byte that is not between two frames: some senders put line ends there. */
    private int start(InputStream in) throws IOException {
        int next = next(in);
        while (next == '\r' || next == '\n' || next == ' ' || next == 0) {
            next = next(in);
        }
        return next;
    }

    private int next(InputStream in) throws IOException {
        return position < limit || fill(in) ? buffer[position++] & 0xFF : END_OF_STREAM;
    }

    private boolean fill(InputStream in) throws IOException {
        limit = in.read(buffer);
        position = 0;
        return limit > 0;
    }

    /** Up to the end block and the carriage return behind it. False: the stream ended before. */
    private boolean read(InputStream in, SpooledMessage message) throws IOException {
        boolean endBlock = false;
        while (position < limit || fill(in)) {
            if (endBlock) {
                if (buffer[position] == Frame.CARRIAGE_RETURN) {
                    position++;
                    return true;
                }
                // not the end after all: the byte belongs to the message
                message.write(new byte[] {Frame.END_BLOCK}, 0, 1);
                endBlock = false;
            }
            int from = position;
            while (position < limit && buffer[position] != Frame.END_BLOCK) {
                position++;
            }
            message.write(buffer, from, position - from);
            if (position < limit) {
                endBlock = true;
                position++;
            }
        }
        return false;
    }

    private void within(Duration time) {
        deadlineNanos = System.nanoTime() + time.toNanos();
        limited = true;
    }

    /** Whether the peer has kept it waiting for too long. */
    boolean isOverdue(long nowNanos) {
        return limited && nowNanos - deadlineNanos > 0;
    }

    /** Whether nothing is under way; the one with the earliest deadline has been so for longest. */
    boolean isIdle() {
        return idle;
    }

    long deadlineNanos() {
        return deadlineNanos;
    }

    /** Any thread: what it reads or writes fails at once. */
    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("An MLLP connection could not be closed: {}", e.getClass().getSimpleName());
        }
    }
}
