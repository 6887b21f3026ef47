package org.symbolon.archive.internal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.archive.IncomingObject;
import org.symbolon.archive.InstanceHeader;
import org.symbolon.archive.ObjectDescription;
import org.symbolon.archive.StoreOutcome;
import org.symbolon.archive.StoreReceipt;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;

/** An object that is being written under a temporary name. Owned by one thread. */
public final class PlainIncoming implements IncomingObject {
    private static final Logger LOG = LoggerFactory.getLogger(PlainIncoming.class);
    private static final int BUFFER_BYTES = 1 << 16;

    private enum State {
        WRITING,
        CLOSED_FILE,
        DONE
    }

    private final ObjectFiles files;
    private final InstanceIndex index;
    private final PlainStore store;
    private final OrganisationId organisation;
    private final ObjectDescription description;
    private final Path temporary;
    private final FSDataOutputStream file;
    private final long dataSetOffset;
    private final OutputStream dataSet;
    private final MessageDigest digest = Sha256.digest();
    private long dataSetLength;
    private State state = State.WRITING;

    private PlainIncoming(
            ObjectFiles files,
            InstanceIndex index,
            PlainStore store,
            OrganisationId organisation,
            ObjectDescription description,
            Path temporary,
            FSDataOutputStream file,
            long dataSetOffset) {
        this.files = files;
        this.index = index;
        this.store = store;
        this.organisation = organisation;
        this.description = description;
        this.temporary = temporary;
        this.file = file;
        this.dataSetOffset = dataSetOffset;
        this.dataSet = new BufferedOutputStream(new DataSetStream(), BUFFER_BYTES);
    }

    /** Makes the temporary file and writes preamble and file meta group. */
    public static PlainIncoming begin(
            ObjectFiles files,
            InstanceIndex index,
            PlainStore store,
            OrganisationId organisation,
            ObjectDescription description)
            throws IOException {
        byte[] fileMeta = StoredFile.fileMeta(description);
        Path temporary = files.newTemporary();
        FSDataOutputStream file = files.create(temporary);
        PlainIncoming incoming =
                new PlainIncoming(files, index, store, organisation, description, temporary, file, fileMeta.length);
        try {
            file.write(fileMeta);
            return incoming;
        } catch (IOException e) {
            incoming.close();
            throw e;
        }
    }

    @Override
    public OutputStream dataSet() {
        return dataSet;
    }

    @Override
    public long dataSetLength() {
        return dataSetLength;
    }

    @Override
    public StoreReceipt commit(InstanceHeader header) throws IOException {
        if (state != State.WRITING) {
            throw new IllegalStateException("An object is committed once");
        }
        if (!header.sopInstanceUid().equals(description.sopInstanceUid())
                || !header.sopClassUid().equals(description.sopClassUid())) {
            throw new SymbolonException(
                    ErrorCode.UID_MISMATCH, "The data set is not of the class and instance that were announced");
        }
        CompletableFuture<Void> pointers = index.putPointers(organisation, header);
        dataSet.flush();
        file.close();
        state = State.CLOSED_FILE;
        Answers.await(pointers);
        String sha256 = HexFormat.of().formatHex(digest.digest());
        PlainStore.Content content = new PlainStore.Content(
                dataSetOffset + dataSetLength, dataSetOffset, sha256, description.transferSyntaxUid());
        StoreReceipt receipt = store.publish(organisation, header, content, temporary);
        if (receipt.outcome() != StoreOutcome.ALREADY_PRESENT) {
            state = State.DONE;
        }
        return receipt;
    }

    @Override
    public void close() {
        if (state == State.DONE) {
            return;
        }
        // What fails here leaves a temporary file only, which the next start of this writer removes.
        if (state == State.WRITING) {
            try {
                file.close();
            } catch (IOException e) {
                LOG.warn("A half-written object could not be closed", e);
            }
        }
        state = State.DONE;
        try {
            files.delete(temporary);
        } catch (IOException e) {
            LOG.warn("A temporary file could not be removed", e);
        }
    }

    /** Digest and file see the same bytes in the same order. */
    private final class DataSetStream extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (state != State.WRITING) {
                throw new IOException("The object is committed or closed");
            }
            file.write(bytes, offset, length);
            digest.update(bytes, offset, length);
            dataSetLength += length;
        }

        @Override
        public void close() {
            // The file is closed by commit or close of the object.
        }
    }
}
