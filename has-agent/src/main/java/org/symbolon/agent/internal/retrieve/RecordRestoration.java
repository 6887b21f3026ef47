package org.symbolon.agent.internal.retrieve;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.internal.folder.FileDigest;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.journal.OutboxObject;
import org.symbolon.agent.internal.parting.RecordMemory;
import org.symbolon.agent.internal.records.RecordClient;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.deidentification.AtomicFile;
import org.symbolon.deidentification.Durability;
import org.symbolon.deidentification.text.RecordReidentifier;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.RecordFormat;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.RecordReader;

/**
 * Brings textual records home, each as a request of its own, and puts them together with their identity halves. All originals
 * that share an anonymous record are written. Thread-safe; {@link #finish} at the end, once.
 */
final class RecordRestoration {
    private static final Logger LOG = LoggerFactory.getLogger(RecordRestoration.class);
    private static final int MAX_ATTEMPTS = 3;
    private static final long PAUSE_MILLIS = 1000;
    private static final int OK = 200;
    private static final int SERVER_ERRORS = 500;

    private final Crosswalk crosswalk;
    private final Journal journal;
    private final RecordClient client;
    private final RecordMemory memory;
    private final RecordReader reader;
    private final RecordReidentifier reidentifier = new RecordReidentifier();
    private final RecordNames names;
    private final RetrieveTally tally;
    private final boolean inOrderOfDate;
    private final List<Waiting> waiting = new ArrayList<>();

    /** An original that is written and has no number yet. */
    private record Waiting(String date, Path file, String originalSha256, RecordFormat format) {
        /** Records without a date come last. */
        String sortKey() {
            return date.isEmpty() ? "~" : date;
        }
    }

    RecordRestoration(
            Crosswalk crosswalk,
            Journal journal,
            RecordClient client,
            RecordMemory memory,
            RecordNames names,
            RetrieveTally tally,
            boolean inOrderOfDate) {
        this.crosswalk = crosswalk;
        this.journal = journal;
        this.client = client;
        this.memory = memory;
        this.reader = new RecordReader(RecordOptions.defaults().withMaxBytes(memory.maxBytes()));
        this.names = names;
        this.tally = tally;
        this.inOrderOfDate = inOrderOfDate;
    }

    void restore(ObjectKey key) throws IOException, InterruptedException {
        List<IdentityHalf> missing = new ArrayList<>();
        for (IdentityHalf half : crosswalk.halves(key)) {
            tally.expectedDocuments(1);
            @Nullable Path present = names.present(half.originalSha256());
            if (present == null) {
                missing.add(half);
            } else {
                tally.restoredDocument(present, half.originalSha256(), Files.size(present));
            }
        }
        if (missing.isEmpty()) {
            return;
        }
        Optional<OutboxObject> sent = journal.object(key.dataSetSha256());
        long length = sent.map(OutboxObject::dataSetLength).orElse((long) memory.maxBytes());
        memory.hold(length, () -> {
            fetchAndWrite(sent.map(OutboxObject::key).orElse(key), missing);
            return key;
        });
    }

    private void fetchAndWrite(ObjectKey key, List<IdentityHalf> halves) throws InterruptedException {
        byte[] anonymous;
        try {
            anonymous = fetch(key);
        } catch (SymbolonException e) {
            LOG.warn("A record could not be retrieved: {}", e.code());
            tally.failed(e.code(), halves.size());
            return;
        }
        for (IdentityHalf half : halves) {
            try {
                write(half, reidentifier.personalise(anonymous, half));
            } catch (SymbolonException e) {
                LOG.error("A received record could not be personalised: {}", e.code());
                tally.failed(e.code(), 1);
            } catch (IOException e) {
                LOG.error(
                        "A personalised record could not be written: {}",
                        e.getClass().getSimpleName());
                tally.failed(ErrorCode.OUT_OF_RESOURCES, 1);
            }
        }
    }

    private byte[] fetch(ObjectKey key) throws InterruptedException {
        for (int attempt = 1; true; attempt++) {
            String problem;
            try {
                RecordClient.Answer answer = client.get(key);
                if (answer.status() < SERVER_ERRORS) {
                    return content(answer, key);
                }
                problem = "HTTP status " + answer.status();
            } catch (IOException e) {
                problem = RecordClient.explain(e);
            }
            LOG.warn("Retrieving a record failed, attempt {} of {}: {}", attempt, MAX_ATTEMPTS, problem);
            if (attempt == MAX_ATTEMPTS) {
                throw new SymbolonException(ErrorCode.PEER_UNAVAILABLE, "The data centre does not send records");
            }
            Thread.sleep(PAUSE_MILLIS * attempt);
        }
    }

    private static byte[] content(RecordClient.Answer answer, ObjectKey key) {
        if (answer.status() != OK) {
            throw new SymbolonException(
                    answer.status() == ErrorCode.NOT_FOUND.httpStatus()
                            ? ErrorCode.NOT_FOUND
                            : ErrorCode.REFUSED_BY_PEER,
                    "The data centre did not send a record");
        }
        String found = HexFormat.of().formatHex(FileDigest.newSha256().digest(answer.body()));
        if (!found.equals(key.dataSetSha256())) {
            throw new SymbolonException(ErrorCode.DAMAGED, "The data centre sent other content than was archived");
        }
        return answer.body();
    }

    private void write(IdentityHalf half, byte[] original) throws IOException {
        RecordFormat format = RecordReader.detect(original)
                .orElseThrow(() -> new SymbolonException(ErrorCode.INTERNAL, "A restored record has no format"));
        Path file = inOrderOfDate ? names.waiting(half.originalSha256()) : names.next(format);
        AtomicFile.write(file, Durability.ON_DISK, channel -> {
            ByteBuffer bytes = ByteBuffer.wrap(original);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        });
        if (!inOrderOfDate) {
            tally.restoredDocument(file, half.originalSha256(), original.length);
            return;
        }
        String date = reader.read(original).visit().date();
        synchronized (waiting) {
            waiting.add(new Waiting(date, file, half.originalSha256(), format));
        }
    }

    /** Numbers what came in the order of date. */
    void finish() throws IOException {
        waiting.sort(Comparator.comparing(Waiting::sortKey).thenComparing(Waiting::originalSha256));
        for (Waiting record : waiting) {
            Path file = names.next(record.format());
            Files.move(record.file(), file, StandardCopyOption.ATOMIC_MOVE);
            tally.restoredDocument(file, record.originalSha256(), Files.size(file));
        }
    }
}
