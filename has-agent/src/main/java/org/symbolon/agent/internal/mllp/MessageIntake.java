package org.symbolon.agent.internal.mllp;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.parting.Quarantine;
import org.symbolon.agent.internal.parting.RecordMemory;
import org.symbolon.agent.internal.parting.Rejection;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.RecordReader;

/**
 * Takes messages in: written to the spool, read to see whether they can be, forced to disk and journalled, and only then
 * acknowledged. One that cannot be read is refused, and kept in quarantine all the same. Thread-safe.
 */
public final class MessageIntake {
    private static final Logger LOG = LoggerFactory.getLogger(MessageIntake.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AgentFolder folder;
    private final Journal journal;
    private final Quarantine quarantine;
    private final RecordMemory memory;
    private final RecordReader reader;
    private final long minFreeBytes;
    private final Runnable received;

    /**
     * @param minFreeBytes on the disk of the spool, below which messages are turned away as out of resources
     * @param received called after each message
     */
    public MessageIntake(
            AgentFolder folder,
            Journal journal,
            Quarantine quarantine,
            RecordMemory memory,
            long minFreeBytes,
            Runnable received) {
        this.folder = folder;
        this.journal = journal;
        this.quarantine = quarantine;
        this.memory = memory;
        this.reader = new RecordReader(RecordOptions.defaults().withMaxBytes(memory.maxBytes()));
        this.minFreeBytes = minFreeBytes;
        this.received = received;
    }

    SpooledMessage begin() {
        return new SpooledMessage(folder, memory.maxBytes(), minFreeBytes);
    }

    /** The answer to a message that has come to its end; empty: the sender wants none. */
    Optional<byte[]> finish(SpooledMessage message) throws InterruptedException {
        Optional<MessageHeader> header = MessageHeader.of(message.head());
        if (header.isEmpty()) {
            LOG.warn("What came over MLLP was no message of HL7 v2, {} bytes", message.bytes());
            return Optional.of(Acknowledgement.ofNoMessage(ErrorCode.UNSUPPORTED_FORMAT));
        }
        return Acknowledgement.of(header.get(), take(message));
    }

    /** Null: it is taken in. */
    private @Nullable ErrorCode take(SpooledMessage message) throws InterruptedException {
        if (message.problem() != null) {
            LOG.warn("A message of {} bytes was refused: {}", message.bytes(), message.problem());
            return message.problem();
        }
        try {
            Optional<Rejection> rejection = check(message);
            if (rejection.isPresent()) {
                quarantine.keepOriginal(message.file(), "", rejection.get(), null);
                LOG.warn(
                        "A message was refused and is in quarantine: {}",
                        rejection.get().code());
                return rejection.get().code();
            }
            message.force();
            journal.received(String.valueOf(message.file().getFileName()));
            message.keep();
            received.run();
            return null;
        } catch (IOException e) {
            LOG.error(
                    "A message could not be written to the spool: {}",
                    e.getClass().getSimpleName());
            return ErrorCode.OUT_OF_RESOURCES;
        } catch (SymbolonException e) {
            if (e.code().retry() == ErrorCode.Retry.UNKNOWN) {
                // it may be journalled: a row without its file would be worse than a file without its row
                message.keep();
            }
            LOG.error("A message could not be journalled: {}", e.code());
            return ErrorCode.OUT_OF_RESOURCES;
        }
    }

    /** Why it cannot be read at all. A defect of ours is not the message's fault: it is taken in, and seen to later. */
    private Optional<Rejection> check(SpooledMessage message) throws IOException, InterruptedException {
        try {
            memory.hold(message.bytes(), PATIENCE, () -> reader.read(Files.readAllBytes(message.file())));
            return Optional.empty();
        } catch (SymbolonException e) {
            if (e.code().kind() == ErrorCode.Kind.MALFORMED_INPUT) {
                return Optional.of(Rejection.of(e.code(), String.valueOf(e.getMessage())));
            }
            throw e;
        } catch (RuntimeException e) {
            LOG.error("A defect while a message was read: {}", e.getClass().getName());
            return Optional.empty();
        }
    }
}
