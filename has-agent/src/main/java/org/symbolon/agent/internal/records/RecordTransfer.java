package org.symbolon.agent.internal.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.agent.internal.folder.FileDigest;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.journal.OutboxObject;
import org.symbolon.agent.internal.parting.Quarantine;
import org.symbolon.agent.internal.sender.Settlements;
import org.symbolon.model.ErrorCode;

/**
 * Steps 6 and 7 for one textual record: the answer to the request that carries it is the acknowledgement, and its digest the
 * confirmation. A record whose outcome is unknown is sent again, which changes nothing there. Thread-safe.
 */
public final class RecordTransfer {
    private static final Logger LOG = LoggerFactory.getLogger(RecordTransfer.class);
    private static final int ATTEMPTS_BEFORE_CHECK = 2;

    private final AgentFolder folder;
    private final Journal journal;
    private final Quarantine quarantine;
    private final Settlements settlements;
    private final RecordClient client;

    public RecordTransfer(
            AgentFolder folder, Journal journal, Quarantine quarantine, Settlements settlements, RecordClient client) {
        this.folder = folder;
        this.journal = journal;
        this.quarantine = quarantine;
        this.settlements = settlements;
        this.client = client;
    }

    /** The data centre answered, but does not take records at the moment. Its message holds a status and no more. */
    static final class NotTakenException extends IOException {
        private static final long serialVersionUID = 1;

        NotTakenException(String message) {
            super(message);
        }
    }

    /** @throws IOException if the data centre cannot take records at the moment */
    void run(OutboxObject record) throws IOException {
        Path file = folder.staged(record.key());
        if (!Files.exists(file)) {
            refuse(record, ErrorCode.DAMAGED, "Its staged file is missing");
            return;
        }
        RecordClient.Answer answer;
        try {
            answer = client.post(record, file);
        } catch (IOException e) {
            tryAgain(record, RecordClient.mayHaveBeenSent(e) ? ErrorCode.OUTCOME_UNKNOWN : ErrorCode.PEER_UNAVAILABLE);
            throw e;
        }
        RecordVerdict verdict = RecordVerdict.of(answer, record.key().dataSetSha256(), record.attempts());
        switch (verdict.kind()) {
            case CONFIRMED -> confirm(record, file);
            case REFUSED ->
                refuse(record, verdict.code(), "The data centre answered with HTTP status " + answer.status());
            case OTHER_DIGEST -> {
                checkOrTryAgain(record, file);
                throw new NotTakenException("What it confirmed is not what was sent");
            }
            case PEER_TROUBLE -> {
                tryAgain(record, verdict.code());
                throw new NotTakenException("It answered with HTTP status " + answer.status());
            }
        }
    }

    private void confirm(OutboxObject record, Path file) throws IOException {
        journal.confirmed(List.of(record.id()));
        Files.deleteIfExists(file);
        settlements.settle(record.key().dataSetSha256(), null);
    }

    /** A staged file that is not what was queued would be sent for ever. */
    private void checkOrTryAgain(OutboxObject record, Path file) throws IOException {
        if (record.attempts() >= ATTEMPTS_BEFORE_CHECK && !isIntact(record, file)) {
            refuse(record, ErrorCode.DAMAGED, "Its staged file is not what was queued");
        } else {
            tryAgain(record, ErrorCode.OUTCOME_UNKNOWN);
        }
    }

    private static boolean isIntact(OutboxObject record, Path file) throws IOException {
        try {
            return FileDigest.sha256(file, 0).equals(record.key().dataSetSha256());
        } catch (NoSuchFileException e) {
            LOG.warn("Record {} has no staged file", record.id());
            return false;
        }
    }

    private void tryAgain(OutboxObject record, ErrorCode code) {
        journal.tryAgain(List.of(record.id()), code);
    }

    private void refuse(OutboxObject record, ErrorCode code, String rule) throws IOException {
        LOG.warn("Record {} goes to quarantine: {}", record.id(), code);
        quarantine.keepRefused(record, code, rule);
        settlements.settle(record.key().dataSetSha256(), code);
    }
}
