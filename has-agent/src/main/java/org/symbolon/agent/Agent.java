package org.symbolon.agent;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.internal.AgentDesk;
import org.symbolon.agent.internal.Packing;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.agent.internal.folder.FolderLock;
import org.symbolon.agent.internal.folder.Recovery;
import org.symbolon.agent.internal.intake.ArchiveJob;
import org.symbolon.agent.internal.intake.IntakeServers;
import org.symbolon.agent.internal.intake.Spool;
import org.symbolon.agent.internal.intake.StorageIntake;
import org.symbolon.agent.internal.intake.WatchedFolder;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.mllp.MessageIntake;
import org.symbolon.agent.internal.mllp.MllpOptions;
import org.symbolon.agent.internal.mllp.MllpServer;
import org.symbolon.agent.internal.parting.Parting;
import org.symbolon.agent.internal.parting.Quarantine;
import org.symbolon.agent.internal.parting.RecordMemory;
import org.symbolon.agent.internal.parting.RecordParting;
import org.symbolon.agent.internal.records.RecordClient;
import org.symbolon.agent.internal.records.RecordSender;
import org.symbolon.agent.internal.records.RecordTransfer;
import org.symbolon.agent.internal.retrieve.Retrieval;
import org.symbolon.agent.internal.sender.Sender;
import org.symbolon.agent.internal.sender.Settlements;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.deidentification.Deidentifier;
import org.symbolon.deidentification.DeidentifierOptions;
import org.symbolon.deidentification.pixels.PixelReview;
import org.symbolon.deidentification.pixels.SiteRules;
import org.symbolon.deidentification.profile.Profiles;
import org.symbolon.deidentification.text.RecordDeidentifier;
import org.symbolon.deidentification.text.RecordDeidentifierOptions;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Secret;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.RecordOptions;

/**
 * The agent of one data folder. From {@link #open} on it finishes what an earlier process left: de-identifies what is in the
 * spool, sends what is queued. Intake by C-STORE, MLLP and from a watched folder begins with {@link #startIntake}. There is one agent
 * for a folder at a time. Thread-safe; whoever opens it closes it.
 */
public final class Agent implements AgentOperations, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Agent.class);

    /** Closes one part of the agent. */
    private interface Part {
        void close() throws IOException, InterruptedException;
    }

    private final AgentSettings settings;
    private final AgentFolder folder;
    private final Deque<Part> parts = new ArrayDeque<>();
    private final Set<ArchiveJob> jobs = ConcurrentHashMap.newKeySet();
    private final Settlements settlements = new Settlements();
    private Crosswalk crosswalk;
    private Journal journal;
    private Quarantine quarantine;
    private Parting parting;
    private Spool spool;
    private Sender sender;
    private RecordClient recordClient;
    private RecordMemory recordMemory;
    private RecordSender recordSender;
    private AgentDesk desk;
    private @Nullable IntakeServers servers;
    private @Nullable InetSocketAddress mllpAddress;

    private Agent(AgentSettings settings, AgentFolder folder, FolderLock lock, Secret keystorePassword)
            throws IOException {
        this.settings = settings;
        this.folder = folder;
        parts.push(lock::close);
        try {
            Keystore keystore = Keystore.open(settings.keystore(), keystorePassword);
            parts.push(keystore::close);
            requireOrganisation(keystore);
            this.crosswalk = Crosswalk.open(folder.crosswalk(), keystore);
            parts.push(crosswalk::close);
            if (!settings.packAfter().isZero()) {
                Packing packing = new Packing(crosswalk, settings.packAfter(), settings.project());
                parts.push(packing::close);
            }
            this.journal = Journal.open(folder);
            parts.push(journal::close);
            Recovery.run(folder, journal);
            this.quarantine = new Quarantine(folder, journal);
            this.recordClient = new RecordClient(settings.records().dataCentre());
            this.recordMemory = new RecordMemory(settings.records().maxBytes());
            this.desk = new AgentDesk(folder, journal, settings.dataCentre(), recordClient, settings.pixels());
            this.sender =
                    new Sender(folder, journal, quarantine, settlements, settings.dataCentre(), settings.sender());
            parts.push(sender::close);
            this.recordSender = new RecordSender(
                    journal,
                    new RecordTransfer(folder, journal, quarantine, settlements, recordClient),
                    settings.records().connections(),
                    settings.sender().firstPause(),
                    settings.sender().longestPause());
            parts.push(recordSender::close);
            this.parting = new Parting(
                    folder,
                    deidentifier(),
                    new RecordParting(recordDeidentifier(), recordMemory),
                    crosswalk,
                    journal,
                    quarantine,
                    settings.partingThreads(),
                    this::wakeSenders);
            parts.push(parting::close);
            this.spool = new Spool(folder, journal, parting);
            parts.push(spool::close);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * @param keystorePassword not kept
     * @throws SymbolonException {@code OUT_OF_RESOURCES} if another agent has the folder
     */
    public static Agent open(AgentSettings settings, Secret keystorePassword) throws IOException {
        AgentFolder folder = AgentFolder.create(settings.dataFolder());
        FolderLock lock = FolderLock.tryLock(folder)
                .orElseThrow(() ->
                        new SymbolonException(ErrorCode.OUT_OF_RESOURCES, "Another agent works in this data folder"));
        return new Agent(settings, folder, lock, keystorePassword);
    }

    private void requireOrganisation(Keystore keystore) {
        String wanted = settings.organisation();
        if (!wanted.isEmpty() && !wanted.equals(keystore.organisation().value())) {
            throw new SymbolonException(ErrorCode.WRONG_KEY, "The keystore belongs to another organisation");
        }
    }

    private Deidentifier deidentifier() {
        PixelSettings pixels = settings.pixels();
        DeidentifierOptions options = DeidentifierOptions.of(settings.source())
                .withProject(settings.project())
                .withSiteValues(settings.siteValues())
                .withPixelRules(new SiteRules(pixels.siteRules()).over(pixels.loadRules()))
                .withPixelReviews(digest -> journal.review(digest).map(PixelReview::parse))
                .withTemporaryFolder(folder.temporary());
        return new Deidentifier(Profiles.of(settings.profile()), crosswalk, options);
    }

    private RecordDeidentifier recordDeidentifier() {
        RecordDeidentifierOptions options = RecordDeidentifierOptions.of(settings.source())
                .withProject(settings.project())
                .withPolicy(Profiles.of(settings.profile()).records())
                .withReading(
                        RecordOptions.defaults().withMaxBytes(settings.records().maxBytes()));
        return new RecordDeidentifier(crosswalk, options);
    }

    private void wakeSenders() {
        sender.wake();
        recordSender.wake();
    }

    /** Listens for C-STORE and MLLP and watches the intake folder, as far as the settings say. Call once. */
    public void startIntake() throws IOException {
        StorageIntake intake =
                new StorageIntake(folder, journal, quarantine, settings.intake().minFreeBytes(), spool::wake);
        IntakeServers started = IntakeServers.start(settings.intake(), intake);
        servers = started;
        parts.push(started::close);
        MllpOptions mllp = settings.records().mllp();
        if (mllp != null) {
            long minFreeBytes = settings.intake().minFreeBytes();
            MllpServer listening = MllpServer.start(
                    mllp, new MessageIntake(folder, journal, quarantine, recordMemory, minFreeBytes, spool::wake));
            parts.push(listening::close);
            mllpAddress = new InetSocketAddress(mllp.address(), listening.port());
        }
        if (settings.watchedFolder() != null) {
            WatchedFolder watched = new WatchedFolder(settings.watchedFolder(), parting);
            parts.push(watched::close);
        }
    }

    /** Where it listens without TLS; null: it does not. */
    public @Nullable InetSocketAddress plainAddress() {
        return servers == null ? null : address(servers.plainPort());
    }

    /** Where it listens with TLS; null: it does not. */
    public @Nullable InetSocketAddress tlsAddress() {
        return servers == null ? null : address(servers.tlsPort());
    }

    /** Where it listens for MLLP; null: it does not. */
    public @Nullable InetSocketAddress mllpAddress() {
        return mllpAddress;
    }

    private @Nullable InetSocketAddress address(@Nullable Integer port) {
        return port == null ? null : new InetSocketAddress(settings.intake().address(), port);
    }

    @Override
    public ArchiveSummary archive(List<Path> paths, ArchiveOptions options, ArchiveListener listener)
            throws IOException {
        ArchiveJob job = new ArchiveJob(folder, journal, parting, settlements, listener);
        jobs.add(job);
        try {
            return job.run(paths, options);
        } finally {
            jobs.remove(job);
        }
    }

    @Override
    public RetrieveSummary retrieve(RetrieveQuery query, Path out, RetrieveListener listener) throws IOException {
        return new Retrieval(
                        folder,
                        crosswalk,
                        journal,
                        settings.dataCentre(),
                        recordClient,
                        recordMemory,
                        settings.retrieveAssociations())
                .retrieve(query, out, listener);
    }

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
        spool.wake();
        wakeSenders();
    }

    @Override
    public Path quarantinedFile(long id) {
        return desk.quarantinedFile(id);
    }

    @Override
    public Released release(Release release) throws IOException {
        Released released = desk.release(release);
        if (!released.siteRule().isEmpty()) {
            parting.use(deidentifier());
        }
        spool.wake();
        return released;
    }

    @Override
    public List<QuarantineReview> reviews() {
        return desk.reviews();
    }

    /** Ends intake first, then lets what is under way become durable; the rest is taken up by the next process. */
    @Override
    public void close() throws IOException {
        jobs.forEach(ArchiveJob::abandon);
        boolean interrupted = false;
        @Nullable IOException failure = null;
        while (!parts.isEmpty()) {
            Part part = parts.pop();
            try {
                part.close();
            } catch (InterruptedException e) {
                interrupted = true;
            } catch (IOException e) {
                failure = e;
            } catch (RuntimeException e) {
                LOG.error(
                        "A part of the agent could not be closed: {}",
                        e.getClass().getSimpleName());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while the agent was closing");
        }
        if (failure != null) {
            throw failure;
        }
    }
}
