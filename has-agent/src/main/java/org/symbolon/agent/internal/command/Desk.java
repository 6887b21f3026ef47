package org.symbolon.agent.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.AgentClient;
import org.symbolon.agent.AgentSettings;
import org.symbolon.agent.AgentStatus;
import org.symbolon.agent.QuarantineEntry;
import org.symbolon.agent.QuarantineReview;
import org.symbolon.agent.Release;
import org.symbolon.agent.Released;
import org.symbolon.agent.internal.AgentDesk;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.agent.internal.folder.FolderLock;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.records.RecordClient;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Status and quarantine, from the agent that runs or, without any key, from the folder itself. */
interface Desk extends AutoCloseable {
    AgentStatus status() throws IOException;

    List<QuarantineEntry> quarantine() throws IOException;

    void removeQuarantined(long id) throws IOException;

    void retryQuarantined(long id) throws IOException;

    Path quarantinedFile(long id) throws IOException;

    Released release(Release release) throws IOException;

    List<QuarantineReview> reviews() throws IOException;

    @Override
    void close() throws IOException;

    static Desk open(CommonOptions options) throws IOException {
        @Nullable AgentClient client = Session.running(options);
        return client == null ? ofFolder(options.settings()) : ofAgent(client);
    }

    private static Desk ofAgent(AgentClient client) {
        return new Desk() {
            @Override
            public AgentStatus status() throws IOException {
                return client.status();
            }

            @Override
            public List<QuarantineEntry> quarantine() throws IOException {
                return client.quarantine();
            }

            @Override
            public void removeQuarantined(long id) throws IOException {
                client.removeQuarantined(id);
            }

            @Override
            public void retryQuarantined(long id) throws IOException {
                client.retryQuarantined(id);
            }

            @Override
            public Path quarantinedFile(long id) throws IOException {
                return client.quarantinedFile(id);
            }

            @Override
            public Released release(Release release) throws IOException {
                return client.release(release);
            }

            @Override
            public List<QuarantineReview> reviews() throws IOException {
                return client.reviews();
            }

            @Override
            public void close() throws IOException {
                client.close();
            }
        };
    }

    private static Desk ofFolder(AgentSettings settings) throws IOException {
        AgentFolder folder = AgentFolder.create(settings.dataFolder());
        FolderLock lock = FolderLock.tryLock(folder)
                .orElseThrow(() -> new SymbolonException(
                        ErrorCode.OUT_OF_RESOURCES, "An agent works in this data folder and does not answer"));
        Journal journal = Journal.open(folder);
        AgentDesk desk = new AgentDesk(
                folder,
                journal,
                settings.dataCentre(),
                new RecordClient(settings.records().dataCentre()),
                settings.pixels());
        return new Desk() {
            @Override
            public AgentStatus status() {
                return desk.status();
            }

            @Override
            public List<QuarantineEntry> quarantine() {
                return desk.quarantine();
            }

            @Override
            public void removeQuarantined(long id) throws IOException {
                desk.removeQuarantined(id);
            }

            @Override
            public void retryQuarantined(long id) throws IOException {
                desk.retryQuarantined(id);
            }

            @Override
            public Path quarantinedFile(long id) {
                return desk.quarantinedFile(id);
            }

            @Override
            public Released release(Release release) throws IOException {
                return desk.release(release);
            }

            @Override
            public List<QuarantineReview> reviews() {
                return desk.reviews();
            }

            @Override
            public void close() throws IOException {
                journal.close();
                lock.close();
            }
        };
    }
}
