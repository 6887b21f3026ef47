package org.symbolon.agent.internal.parting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.symbolon.deidentification.text.DeidentifiedRecord;
import org.symbolon.deidentification.text.RecordDeidentifier;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Takes textual records apart, which needs them in memory: as many at a time as have room there. Thread-safe. */
public final class RecordParting {
    private final RecordDeidentifier deidentifier;
    private final RecordMemory memory;

    public RecordParting(RecordDeidentifier deidentifier, RecordMemory memory) {
        this.deidentifier = deidentifier;
        this.memory = memory;
    }

    /** What becomes of the two halves, while they are in memory. */
    interface Receiver {
        void take(DeidentifiedRecord record) throws IOException, InterruptedException;
    }

    void part(Path file, Receiver receiver) throws IOException, InterruptedException {
        long length = Files.size(file);
        if (length > memory.maxBytes()) {
            throw tooLong();
        }
        memory.hold(length, () -> {
            receiver.take(deidentifier.deidentify(read(file)));
            return file;
        });
    }

    private byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(memory.maxBytes());
            if (in.read() >= 0) {
                throw tooLong();
            }
            return bytes;
        }
    }

    private SymbolonException tooLong() {
        return new SymbolonException(
                ErrorCode.LIMIT_EXCEEDED, "A textual record has at most " + memory.maxBytes() + " bytes");
    }
}
