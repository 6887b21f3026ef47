package org.symbolon.archive.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.locks.Lock;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.archive.DocumentReceipt;
import org.symbolon.archive.DocumentRecord;
import org.symbolon.archive.StoreOutcome;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.visit.VisitRecord;

/**
 * Stores documents: temporary file, pointers, name, row; each on disk before the next. A kill in between leaves pointers that
 * nothing follows, or a file without a row; whoever sends the same document again completes it. Thread-safe.
 */
public final class DocumentStore {
    private static final Logger LOG = LoggerFactory.getLogger(DocumentStore.class);
    private static final int STRIPES = 512;

    private final ObjectFiles files;
    private final DocumentIndex index;
    private final Clock clock;
    private final StripedLocks locks = new StripedLocks(STRIPES);

    public DocumentStore(ObjectFiles files, DocumentIndex index, Clock clock) {
        this.files = files;
        this.index = index;
        this.clock = clock;
    }

    /** A document to be stored. */
    private static final class Incoming {
        private final DocumentKey first;
        private final String mediaType;
        private final byte[] content;
        private final String sha256;
        private final VisitRecord visit;
        private final Path temporary;

        Incoming(
                DocumentKey first, String mediaType, byte[] content, String sha256, VisitRecord visit, Path temporary) {
            this.first = first;
            this.mediaType = mediaType;
            this.content = content;
            this.sha256 = sha256;
            this.visit = visit;
            this.temporary = temporary;
        }
    }

    /** As {@link org.symbolon.archive.RecordArchive#store}. */
    public DocumentReceipt store(
            OrganisationId organisation, String documentId, String mediaType, byte[] content, VisitRecord visit)
            throws IOException {
        DocumentKey first = DocumentKey.first(organisation, documentId);
        String sha256 = HexFormat.of().formatHex(Sha256.of(content));
        Lock lock = locks.of(first);
        lock.lock();
        try {
            for (DocumentRecord known : index.contents(organisation, documentId)) {
                if (known.sha256().equals(sha256)) {
                    requireLength(known);
                    return new DocumentReceipt(StoreOutcome.ALREADY_PRESENT, known);
                }
            }
            return write(new Incoming(first, mediaType, content, sha256, visit, files.newTemporary()));
        } finally {
            lock.unlock();
        }
    }

    private DocumentReceipt write(Incoming incoming) throws IOException {
        try {
            try (FSDataOutputStream file = files.create(incoming.temporary)) {
                file.write(incoming.content);
            }
            index.putPointers(
                    incoming.first.organisation(), incoming.first.documentId(), incoming.sha256, incoming.visit);
            return publish(incoming);
        } finally {
            drop(incoming.temporary);
        }
    }

    private DocumentReceipt publish(Incoming incoming) throws IOException {
        DocumentKey first = incoming.first;
        if (files.place(incoming.temporary, first.location())) {
            return indexed(StoreOutcome.STORED, first, incoming);
        }
        if (holds(first, incoming.content)) {
            return indexed(StoreOutcome.ALREADY_PRESENT, first, incoming);
        }
        DocumentKey beside = first.beside(incoming.sha256);
        if (files.place(incoming.temporary, beside.location())) {
            return indexed(StoreOutcome.CONFLICT_KEPT, beside, incoming);
        }
        if (!holds(beside, incoming.content)) {
            throw new SymbolonException(
                    ErrorCode.DAMAGED, "A file kept beside another does not have the content that its name says");
        }
        return indexed(StoreOutcome.ALREADY_PRESENT, beside, incoming);
    }

    private DocumentReceipt indexed(StoreOutcome outcome, DocumentKey key, Incoming incoming) throws IOException {
        DocumentRecord document = new DocumentRecord(
                key.organisation(),
                key.documentId(),
                incoming.mediaType,
                key.location(),
                incoming.content.length,
                incoming.sha256,
                !key.equals(incoming.first),
                clock.instant(),
                incoming.visit);
        index.put(key, document);
        return new DocumentReceipt(outcome, document);
    }

    private boolean holds(DocumentKey key, byte[] content) throws IOException {
        return files.length(key.location()) == content.length
                && Arrays.equals(read(key.location(), content.length), content);
    }

    /** As {@link org.symbolon.archive.RecordArchive#content}. */
    public byte[] content(DocumentRecord document) throws IOException {
        requireLength(document);
        byte[] content = read(document.location(), Math.toIntExact(document.length()));
        if (!HexFormat.of().formatHex(Sha256.of(content)).equals(document.sha256())) {
            throw new SymbolonException(ErrorCode.DAMAGED, "A stored document does not have the digest of its row");
        }
        return content;
    }

    private byte[] read(String location, int length) throws IOException {
        try (InputStream in = files.read(location)) {
            return in.readNBytes(length);
        } catch (FileNotFoundException e) {
            throw new SymbolonException(ErrorCode.NOT_FOUND, "The document was removed", e);
        }
    }

    private void requireLength(DocumentRecord document) throws IOException {
        if (files.length(document.location()) != document.length()) {
            throw new SymbolonException(ErrorCode.DAMAGED, "A stored document does not have the length of its row");
        }
    }

    /** What fails here leaves a temporary file only, which the next start of this writer removes. */
    private void drop(Path temporary) {
        try {
            files.delete(temporary);
        } catch (IOException e) {
            LOG.warn("A temporary file could not be removed", e);
        }
    }
}
