package org.symbolon.agent.internal.mllp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for MLLP connections, a thread for each. Where there are as many as may be, the one that has been silent for longest
 * makes room; if none is, the new one is closed. A watch closes those that keep the agent waiting, whatever they do to seem
 * alive. Thread-safe.
 */
public final class MllpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MllpServer.class);
    private static final int BACKLOG = 64;
    private static final long WATCH_MILLIS = 100;

    private final ServerSocket listening;
    private final MllpOptions options;
    private final MessageIntake intake;
    private final Map<MllpConnection, Thread> connections = new ConcurrentHashMap<>();
    private final Thread acceptor = new Thread(this::accept, "agent-mllp");
    private final Thread watch = new Thread(this::watch, "agent-mllp-watch");
    private final CountDownLatch closed = new CountDownLatch(1);

    private MllpServer(ServerSocket listening, MllpOptions options, MessageIntake intake) {
        this.listening = listening;
        this.options = options;
        this.intake = intake;
    }

    public static MllpServer start(MllpOptions options, MessageIntake intake) throws IOException {
        ServerSocket listening = new ServerSocket();
        try {
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getByName(options.address()), options.port()), BACKLOG);
        } catch (IOException e) {
            listening.close();
            throw e;
        }
        MllpServer server = new MllpServer(listening, options, intake);
        server.acceptor.start();
        server.watch.start();
        return server;
    }

    public int port() {
        return listening.getLocalPort();
    }

    private void accept() {
        long number = 0;
        while (isOpen()) {
            try {
                Socket socket = listening.accept();
                number++;
                take(socket, number);
            } catch (IOException e) {
                if (isOpen()) {
                    LOG.warn(
                            "A connection could not be accepted: {}",
                            e.getClass().getSimpleName());
                    pause();
                }
            }
        }
    }

    private void take(Socket socket, long number) throws IOException {
        if (connections.size() >= options.maxConnections() && !makeRoom()) {
            LOG.warn("{} MLLP connections are busy: a further one is closed", options.maxConnections());
            socket.close();
            return;
        }
        MllpConnection connection = new MllpConnection(socket, options, intake);
        Thread thread = new Thread(
                () -> {
                    connection.run();
                    connections.remove(connection);
                },
                "agent-mllp-" + number);
        connections.put(connection, thread);
        thread.start();
    }

    private boolean makeRoom() {
        Optional<MllpConnection> silent = connections.keySet().stream()
                .filter(MllpConnection::isIdle)
                .min(Comparator.comparingLong(MllpConnection::deadlineNanos));
        silent.ifPresent(connection -> {
            connections.remove(connection);
            connection.close();
        });
        return silent.isPresent();
    }

    private void watch() {
        while (isOpen()) {
            long now = System.nanoTime();
            for (MllpConnection connection : connections.keySet()) {
                if (connection.isOverdue(now)) {
                    LOG.debug("An MLLP connection is overdue and is closed");
                    connection.close();
                }
            }
            pause();
        }
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    /** Ends early when the server is closed. */
    private void pause() {
        try {
            if (closed.await(WATCH_MILLIS, TimeUnit.MILLISECONDS)) {
                LOG.debug("The MLLP intake ends");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    /** Ends every connection; messages that are being journalled are finished. */
    @Override
    public void close() throws IOException, InterruptedException {
        closed.countDown();
        listening.close();
        acceptor.join();
        watch.join();
        for (Map.Entry<MllpConnection, Thread> entry : connections.entrySet()) {
            entry.getKey().close();
            entry.getValue().join();
        }
    }
}
