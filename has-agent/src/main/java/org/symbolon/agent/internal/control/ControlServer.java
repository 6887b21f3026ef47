package org.symbolon.agent.internal.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.AgentOperations;
import org.symbolon.agent.internal.folder.AgentFolder;

/**
 * Lets other processes of the same user ask things of this agent, over a Unix domain socket that only they can open. One thread
 * a connection.
 */
public final class ControlServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
    private static final int MAX_CONNECTIONS = 16;
    private static final long CLOSE_MILLIS = 5_000;

    private final AgentFolder folder;
    private final AgentOperations agent;
    private final Path socket;
    private final ServerSocketChannel server;
    private final Set<SocketChannel> connections = ConcurrentHashMap.newKeySet();
    private final Set<Thread> sessions = ConcurrentHashMap.newKeySet();
    private final Thread acceptor = new Thread(this::accept, "agent-control");

    private ControlServer(AgentFolder folder, AgentOperations agent, Path socket, ServerSocketChannel server) {
        this.folder = folder;
        this.agent = agent;
        this.socket = socket;
        this.server = server;
    }

    /** The caller holds the folder's lock, so a socket that is there is a dead one. */
    public static ControlServer start(Path dataFolder, AgentOperations agent) throws IOException {
        AgentFolder folder = AgentFolder.create(dataFolder);
        Path socket = SocketLocation.choose(folder);
        Files.deleteIfExists(socket);
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        ControlServer started = new ControlServer(folder, agent, socket, server);
        started.acceptor.start();
        SocketLocation.publish(folder, socket);
        return started;
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                SocketChannel connection = server.accept();
                if (connections.size() >= MAX_CONNECTIONS) {
                    LOG.warn("More than {} control connections: one is closed", MAX_CONNECTIONS);
                    connection.close();
                    continue;
                }
                connections.add(connection);
                Thread session = new Thread(() -> serve(connection), "agent-control-session");
                session.setDaemon(true);
                sessions.add(session);
                session.start();
            } catch (ClosedChannelException e) {
                LOG.debug("The control channel is closed");
            } catch (IOException e) {
                LOG.warn(
                        "A control connection could not be accepted: {}",
                        e.getClass().getSimpleName());
            }
        }
    }

    private void serve(SocketChannel connection) {
        try (LineChannel channel = new LineChannel(connection)) {
            new ControlSession(agent, channel).serve();
        } catch (IOException e) {
            LOG.debug("A control connection ended: {}", e.getClass().getSimpleName());
        } catch (RuntimeException e) {
            LOG.error(
                    "A defect while a control request was served: {}",
                    e.getClass().getName());
        } finally {
            connections.remove(connection);
            sessions.remove(Thread.currentThread());
        }
    }

    /** No new requests; those under way are cut off by {@link #close}. Called before the agent closes. */
    public void stopAccepting() throws IOException {
        SocketLocation.withdraw(folder);
        server.close();
        Files.deleteIfExists(socket);
    }

    /** Called after the agent has closed, so that requests under way could still be told so. */
    @Override
    public void close() throws IOException, InterruptedException {
        stopAccepting();
        long end = System.currentTimeMillis() + CLOSE_MILLIS;
        for (SocketChannel connection : connections) {
            connection.shutdownInput();
        }
        for (Thread session : sessions) {
            session.join(Math.max(1, end - System.currentTimeMillis()));
        }
        for (SocketChannel connection : connections) {
            connection.close();
        }
        acceptor.join();
    }
}
