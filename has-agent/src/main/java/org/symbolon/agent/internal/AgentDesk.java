package org.symbolon.agent.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.symbolon.agent.AgentStatus;
import org.symbolon.agent.DocumentCounts;
import org.symbolon.agent.PixelSettings;
import org.symbolon.agent.QuarantineEntry;
import org.symbolon.agent.QuarantineReview;
import org.symbolon.agent.Release;
import org.symbolon.agent.Released;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.journal.JournalCounts;
import org.symbolon.agent.internal.journal.ObjectState;
import org.symbolon.agent.internal.parting.Quarantine;
import org.symbolon.agent.internal.parting.Releases;
import org.symbolon.agent.internal.records.RecordClient;
import org.symbolon.agent.internal.sender.DataCentre;
import org.symbolon.deidentification.pixels.SiteRules;

/** What can be asked of a data folder without any key: how the queue stands, and what is kept aside. Thread-safe. */
public final class AgentDesk {
    private final Journal journal;
    private final Quarantine quarantine;
    private final Releases releases;
    private final DataCentre dataCentre;
    private final RecordClient records;

    public AgentDesk(
            AgentFolder folder, Journal journal, DataCentre dataCentre, RecordClient records, PixelSettings pixels) {
        this.journal = journal;
        this.quarantine = new Quarantine(folder, journal);
        this.releases = new Releases(quarantine, journal, new SiteRules(pixels.siteRules()));
        this.dataCentre = dataCentre;
        this.records = records;
    }

    public AgentStatus status() {
        JournalCounts counts = journal.counts();
        String problem = dataCentre.probe();
        String recordsProblem = records.probe();
        return new AgentStatus(
                counts.received(),
                counts.total(ObjectState.QUEUED),
                counts.total(ObjectState.SENT),
                counts.total(ObjectState.CONFIRMED),
                counts.total(ObjectState.REFUSED),
                counts.quarantined(),
                counts.oldestQueued(),
                problem.isEmpty(),
                problem,
                new DocumentCounts(
                        counts.records(ObjectState.QUEUED),
                        counts.records(ObjectState.CONFIRMED),
                        counts.records(ObjectState.REFUSED)),
                recordsProblem.isEmpty(),
                recordsProblem);
    }

    public List<QuarantineEntry> quarantine() {
        return quarantine.entries();
    }

    public void removeQuarantined(long id) throws IOException {
        quarantine.remove(id);
    }

    public void retryQuarantined(long id) throws IOException {
        quarantine.retry(id);
    }

    public Path quarantinedFile(long id) {
        return quarantine.file(id);
    }

    public Released release(Release release) throws IOException {
        return releases.release(release);
    }

    public List<QuarantineReview> reviews() {
        return journal.reviews();
    }
}
