package org.symbolon.agent.internal.sender;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.journal.ObjectKind;
import org.symbolon.agent.internal.journal.OutboxObject;
import org.symbolon.agent.internal.parting.Quarantine;
import org.symbolon.model.SymbolonException;

/**
 * Sends what is queued until it is confirmed, on several associations at a time. While the data centre cannot be reached the
 * queue stays as it is; when it is back the queue drains by itself.
 */
public final class Sender implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration IDLE_WAIT = Duration.ofSeconds(1);
    private static final long CLOSE_CHECK_MILLIS = 100;

    private final SenderOptions options;
    private final DataCentre dataCentre;
    private final Claims claims;
    private final Transfer transfer;
    private final PeerHealth health;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closing;

    public Sender(
            AgentFolder folder,
            Journal journal,
            Quarantine quarantine,
            Settlements settlements,
            DataCentre dataCentre,
            SenderOptions options) {
        this.options = options;
        this.dataCentre = dataCentre;
        this.claims = new Claims(journal, ObjectKind.IMAGE, Line.MAX_PAIRS);
        this.transfer = new Transfer(
                folder, journal, quarantine, settlements, dataCentre.network().responseTimeout());
        this.health = new PeerHealth("The data centre", options.firstPause(), options.longestPause());
        for (int i = 1; i <= options.associations(); i++) {
            Thread thread = new Thread(this::run, "agent-sender-" + i);
            threads.add(thread);
            thread.start();
        }
    }

    /** Something was queued. */
    public void wake() {
        claims.wake();
    }

    private void run() {
        try (Line line = new Line(dataCentre)) {
            while (!closing) {
                Duration pause = health.pause();
                if (!pause.isZero()) {
                    line.drop();
                    Thread.sleep(Math.min(pause.toMillis() + 1, CLOSE_CHECK_MILLIS));
                    continue;
                }
                takeAndSend(line);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeAndSend(Line line) throws InterruptedException {
        List<OutboxObject> batch;
        try {
            batch = claims.take(options.batch(), IDLE_WAIT);
        } catch (SymbolonException e) {
            health.failed("The outbox cannot be read: " + e.code());
            return;
        }
        if (batch.isEmpty()) {
            line.close();
        } else {
            send(line, batch);
        }
    }

    private void send(Line line, List<OutboxObject> batch) {
        try {
            transfer.run(line, batch);
            health.worked();
        } catch (IOException e) {
            line.drop();
            health.failed(DataCentre.explain(e));
        } catch (SymbolonException e) {
            line.drop();
            health.failed(e.code() + ": " + e.getMessage());
        } catch (RuntimeException e) {
            LOG.error(
                    "A defect while objects {} to {} were sent: {}",
                    batch.get(0).id(),
                    lastId(batch),
                    e.getClass().getName());
            line.drop();
            transfer.putBehind(batch);
            health.failed("A defect of Symbolon: " + e.getClass().getSimpleName());
        } finally {
            claims.release(batch);
        }
    }

    private static long lastId(List<OutboxObject> batch) {
        return batch.get(batch.size() - 1).id();
    }

    /** Lets batches under way end. */
    @Override
    public void close() throws InterruptedException {
        closing = true;
        claims.wake();
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
