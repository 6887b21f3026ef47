package org.symbolon.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.symbolon.agent.internal.control.ControlConnection;

/**
 * Asks an agent that runs in another process of the same user on this machine. It needs no key. Thread-safe, but one request at
 * a time: for several, connect several. If it is closed in the middle of an archive command, what the agent has begun is
 * finished and the rest is not taken up.
 */
public final class AgentClient implements AgentOperations, AutoCloseable {
    private final ControlConnection connection;

    private AgentClient(ControlConnection connection) {
        this.connection = connection;
    }

    /** @throws IOException if no agent answers for that data folder */
    public static AgentClient connect(Path dataFolder) throws IOException {
        return new AgentClient(
                ControlConnection.open(dataFolder.toAbsolutePath().normalize()));
    }

    @Override
    public ArchiveSummary archive(List<Path> paths, ArchiveOptions options, ArchiveListener listener)
            throws IOException {
        return connection.archive(paths, options, listener);
    }

    @Override
    public RetrieveSummary retrieve(RetrieveQuery query, Path out, RetrieveListener listener) throws IOException {
        return connection.retrieve(query, out, listener);
    }

    @Override
    public AgentStatus status() throws IOException {
        return connection.status();
    }

    @Override
    public List<QuarantineEntry> quarantine() throws IOException {
        return connection.quarantine();
    }

    @Override
    public void removeQuarantined(long id) throws IOException {
        connection.removeQuarantined(id);
    }

    @Override
    public void retryQuarantined(long id) throws IOException {
        connection.retryQuarantined(id);
    }

    @Override
    public Path quarantinedFile(long id) throws IOException {
        return connection.quarantinedFile(id);
    }

    @Override
    public Released release(Release release) throws IOException {
        return connection.release(release);
    }

    @Override
    public List<QuarantineReview> reviews() throws IOException {
        return connection.reviews();
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
