package org.symbolon.agent.internal.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.QuarantineEntry;
import org.symbolon.agent.QuarantineReview;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * What the agent has promised and not yet kept: files received, objects queued, sent, confirmed and refused, and what is kept
 * aside. A method that writes returns when the write is on disk, the names of the files it speaks of included. Thread-safe.
 * Only the process that holds the folder's lock opens it.
 */
public final class Journal implements AutoCloseable {
    private final AgentFolder folder;
    private final GroupCommit writer;
    private final JournalReader reader;

    private Journal(AgentFolder folder, GroupCommit writer, JournalReader reader) {
        this.folder = folder;
        this.writer = writer;
        this.reader = reader;
    }

    /** Makes the database if there is none. */
    public static Journal open(AgentFolder folder) {
        Path file = folder.journal();
        try {
            Connection writing = JournalSchema.connect(file);
            JournalSchema.prepare(writing);
            writing.setAutoCommit(false);
            return new Journal(folder, new GroupCommit(writing), new JournalReader(JournalSchema.connect(file)));
        } catch (SQLException e) {
            throw new SymbolonException(ErrorCode.OUT_OF_RESOURCES, "The outbox cannot be opened", e);
        }
    }

    /** Step 2 for what came by C-STORE or MLLP: from here on it is not lost. The file's bytes were forced before. */
    public long received(String spoolFileName) {
        return writer.write(folder.spool(), c -> JournalWrites.received(c, spoolFileName));
    }

    public List<ReceivedFile> receivedAfter(long id, int limit) {
        return reader.receivedAfter(id, limit);
    }

    public boolean knowsReceived(String spoolFileName) {
        return reader.knowsReceived(spoolFileName);
    }

    /**
     * Step 5: queues objects whose files are staged and forced and whose identity halves are in the crosswalk; rows of the
     * spool that they came from go in the same transaction. One that is already known stays as it is.
     */
    public void queue(List<StagedObject> objects, Collection<Long> receivedIds) {
        long now = Instant.now().toEpochMilli();
        writer.write(folder.staged(), c -> {
            for (StagedObject object : objects) {
                JournalWrites.queue(c, object, now);
            }
            JournalWrites.deleteReceived(c, receivedIds);
            return 0;
        });
    }

    /** Nothing was new in what was received: only forget that it is to be done. */
    public void forgetReceived(Collection<Long> receivedIds) {
        writer.write(null, c -> JournalWrites.deleteReceived(c, receivedIds));
    }

    public Optional<OutboxObject> object(String dataSetSha256) {
        return reader.object(dataSetSha256);
    }

    public List<OutboxObject> open(ObjectKind kind, ObjectState state, Set<Long> except, int limit) {
        return reader.open(kind, state, except, limit);
    }

    /** Pairs that queued objects need, in no order. */
    public List<ContextPair> queuedContexts(int limit) {
        return reader.queuedContexts(limit);
    }

    /** Pairs of everything ever queued of a (pseudonymous) study. */
    public List<ContextPair> studyContexts(String studyUid) {
        return reader.studyContexts(studyUid);
    }

    /** Everything of a (pseudonymous) study that was not refused. */
    public List<ObjectKey> studyObjects(String studyUid) {
        return reader.studyObjects(studyUid);
    }

    /** Walks the (pseudonymous) studies in order; begin with {@code ""}; null: there is no further one. */
    public @Nullable String studyAfter(String studyUid) {
        return reader.studyAfter(studyUid);
    }

    /** Walks the textual records in the order in which they were queued; begin with 0. */
    public List<OutboxObject> recordsAfter(long id, int limit) {
        return reader.recordsAfter(id, limit);
    }

    /** Step 6: acknowledged by the data centre. */
    public void sent(Collection<Long> ids) {
        writer.write(null, c -> JournalWrites.state(c, ids, ObjectState.SENT));
    }

    /** Step 7: confirmed by the data centre. The staged files may go when this returns. */
    public void confirmed(Collection<Long> ids) {
        writer.write(null, c -> JournalWrites.state(c, ids, ObjectState.CONFIRMED));
    }

    /** To be sent again, behind those that were tried less often. */
    public void tryAgain(Collection<Long> ids, ErrorCode code) {
        writer.write(null, c -> JournalWrites.tryAgain(c, ids, code));
    }

    /** Keeps an original aside; the spool row it came from goes with it. False: the same is already there. */
    public boolean keepAside(KeptAside kept, @Nullable Long receivedId) {
        return writer.write(folder.quarantine(), c -> {
            boolean added = JournalWrites.keepAside(c, kept, null);
            if (receivedId != null) {
                JournalWrites.deleteReceived(c, List.of(receivedId));
            }
            return added;
        });
    }

    /** Keeps an object aside that the data centre refuses. */
    public void refused(long objectId, KeptAside kept) {
        writer.write(folder.quarantine(), c -> {
            JournalWrites.state(c, List.of(objectId), ObjectState.REFUSED);
            return JournalWrites.keepAside(c, kept, objectId);
        });
    }

    public List<QuarantineEntry> quarantine() {
        return reader.quarantine(QuarantineEntry.MAX_LISTED);
    }

    public Optional<QuarantinedFile> quarantined(long id) {
        return reader.quarantined(id);
    }

    public Optional<QuarantinedFile> quarantinedObject(long objectId) {
        return reader.quarantinedObject(objectId);
    }

    public boolean knowsQuarantined(String fileName) {
        return reader.knowsQuarantined(fileName);
    }

    public void removeQuarantined(long id) {
        writer.write(null, c -> JournalWrites.deleteQuarantined(c, id));
    }

    /** An original that stands in the spool again. */
    public void receivedAgain(long quarantineId, String spoolFileName) {
        writer.write(folder.spool(), c -> {
            JournalWrites.received(c, spoolFileName);
            return JournalWrites.deleteQuarantined(c, quarantineId);
        });
    }

    /** A doubtful original that a person has looked at stands in the spool again, and what was decided is known for ever. */
    public void reviewed(NewReview review, String spoolFileName) {
        writer.write(folder.spool(), c -> {
            JournalWrites.review(c, review);
            JournalWrites.received(c, spoolFileName);
            return JournalWrites.deleteQuarantined(c, review.entry());
        });
    }

    /** The last decision about an original with this data set. */
    public Optional<String> review(String dataSetSha256) {
        return reader.review(dataSetSha256);
    }

    public List<QuarantineReview> reviews() {
        return reader.reviews(QuarantineReview.MAX_LISTED);
    }

    public Optional<QuarantineEntry> quarantineEntry(long id) {
        return reader.quarantineEntry(id);
    }

    /** A refused object that stands in the outbox again. */
    public void queuedAgain(long quarantineId) {
        writer.write(folder.staged(), c -> {
            JournalWrites.requeueQuarantined(c, quarantineId);
            return JournalWrites.deleteQuarantined(c, quarantineId);
        });
    }

    public JournalCounts counts() {
        return reader.counts();
    }

    /** Writes under way are finished first. */
    @Override
    public void close() {
        try {
            writer.close();
            reader.close();
        } catch (SQLException e) {
            throw new SymbolonException(ErrorCode.OUT_OF_RESOURCES, "The outbox cannot be closed", e);
        }
    }
}
