package org.symbolon.agent.internal.records;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.journal.ObjectKind;
import org.symbolon.agent.internal.journal.OutboxObject;
import org.symbolon.agent.internal.sender.Claims;
import org.symbolon.agent.internal.sender.PeerHealth;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * Sends the textual records of the outbox until they are confirmed, several at a time. While the data centre cannot be reached
 * the queue stays as it is; when it is back the queue drains by itself.
 */
public final class RecordSender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordSender.class);
    private static final Duration IDLE_WAIT = Duration.ofSeconds(1);
    private static final long CLOSE_CHECK_MILLIS = 100;
    /** Media types in one batch: any. */
    private static final int MAX_TYPES = 100;

    private final Journal journal;
    private final RecordTransfer transfer;
    private final Claims claims;
    private final PeerHealth health;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closing;

    /** @param connections at the same time */
    public RecordSender(Journal journal, RecordTransfer transfer, int connections, Duration first, Duration longest) {
        this.journal = journal;
        this.transfer = transfer;
        this.claims = new Claims(journal, ObjectKind.RECORD, MAX_TYPES);
        this.health = new PeerHealth("The data centre's receiver of records", first, longest);
        for (int i = 1; i <= connections; i++) {
            Thread thread = new Thread(this::run, "agent-record-sender-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    /** Something was queued. */
    public void wake() {
        claims.wake();
    }

    private void run() {
        try {
            while (!closing) {
                Duration pause = health.pause();
                if (pause.isZero()) {
                    takeAndSend();
                } else {
                    Thread.sleep(Math.min(pause.toMillis() + 1, CLOSE_CHECK_MILLIS));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeAndSend() throws InterruptedException {
        List<OutboxObject> batch;
        try {
            batch = claims.take(1, IDLE_WAIT);
        } catch (SymbolonException e) {
            health.failed("The outbox cannot be read: " + e.code());
            return;
        }
        for (OutboxObject record : batch) {
            send(record);
        }
        claims.release(batch);
    }

    private void send(OutboxObject record) {
        try {
            transfer.run(record);
            health.worked();
        } catch (IOException e) {
            health.failed(
                    e instanceof RecordTransfer.NotTakenException
                            ? String.valueOf(e.getMessage())
                            : RecordClient.explain(e));
        } catch (SymbolonException e) {
            health.failed(e.code() + ": " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.error(
                    "A defect while record {} was sent: {}",
                    record.id(),
                    e.getClass().getName());
            putBehind(record);
            health.failed("A defect of Symbolon: " + e.getClass().getSimpleName());
        }
    }

    private void putBehind(OutboxObject record) {
        try {
            journal.tryAgain(List.of(record.id()), ErrorCode.INTERNAL);
        } catch (SymbolonException e) {
            LOG.error("The outbox cannot be written: {}", e.code());
        }
    }

    /** Lets records under way end. */
    @Override
    public void close() throws InterruptedException {
        closing = true;
        claims.wake();
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
