package org.symbolon.deidentification;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.crosswalk.ObjectKey;
import org.symbolon.deidentification.splice.Splice;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.TransferSyntax;

/**
 * An object parted in two. The anonymous data set is not held: it is the original with edits, read from the original file
 * each time it is written, so that file must stay where and as it is (otherwise an {@code IOException} says so). Commit
 * the identity half before the other leaves. Thread-safe until closed; {@link #close} deletes the temporary
 * file that a deflated object or blanked pixels need, and a staged one that got no name.
 */
public final class DeidentifiedObject implements AutoCloseable {
    private final String sopClassUid;
    private final TransferSyntax transferSyntax;
    private final Splice dataSet;
    private final IdentityHalf identityHalf;
    private final ChangeSummary summary;
    private final @Nullable Path temporaryFile;
    /** The whole file as it is to be, without its name; null once it has one, or if there never was one. */
    private final AtomicReference<@Nullable Path> staged;

    DeidentifiedObject(
            String sopClassUid,
            TransferSyntax transferSyntax,
            Splice dataSet,
            IdentityHalf identityHalf,
            ChangeSummary summary,
            @Nullable Path temporaryFile,
            @Nullable Path staged) {
        this.sopClassUid = sopClassUid;
        this.transferSyntax = transferSyntax;
        this.dataSet = dataSet;
        this.identityHalf = identityHalf;
        this.summary = summary;
        this.temporaryFile = temporaryFile;
        this.staged = new AtomicReference<>(staged);
    }

    public String sopClassUid() {
        return sopClassUid;
    }

    /** The transfer syntax of the result; another than that of the source only where pixels were blanked. */
    public TransferSyntax transferSyntax() {
        return transferSyntax;
    }

    /** The anonymous UIDs and the SHA-256 of the anonymous data set. */
    public ObjectKey key() {
        return identityHalf.key();
    }

    /** Bytes of the anonymous data set, deflated if it is. */
    public long dataSetLength() {
        return dataSet.resultLength();
    }

    /** What was done, by which rules. */
    public ChangeSummary summary() {
        return summary;
    }

    /** What the hospital keeps. */
    public IdentityHalf identityHalf() {
        return identityHalf;
    }

    /** Writes the anonymous data set, without closing the stream. */
    public void writeDataSet(OutputStream out) throws IOException {
        dataSet.writeTo(out);
    }

    /** Writes the anonymous data set, without closing the channel; pixels are not copied through the heap. */
    public void writeDataSet(WritableByteChannel out) throws IOException {
        dataSet.writeTo(out);
    }

    /** Writes a Part 10 file with a file meta group of our own, or moves the staged one there; it gets its name when it is whole. */
    public void writeFile(Path out, Durability durability) throws IOException {
        Path ready = staged.getAndSet(null);
        if (ready != null) {
            boolean named = false;
            try {
                AtomicFile.name(ready, out, durability);
                named = true;
            } finally {
                if (!named) {
                    staged.set(ready);
                }
            }
            return;
        }
        byte[] meta = fileMeta();
        AtomicFile.write(out, durability, channel -> {
            ByteBuffer head = ByteBuffer.wrap(meta);
            while (head.hasRemaining()) {
                channel.write(head);
            }
            dataSet.writeTo(channel);
        });
    }

    /** Bytes of the file that {@link #writeFile} writes. */
    public long fileLength() {
        return fileMeta().length + dataSetLength();
    }

    private byte[] fileMeta() {
        return Part10Writer.fileMeta(sopClassUid, key().sopUid(), transferSyntax, null);
    }

    @Override
    public void close() throws IOException {
        Path ready = staged.getAndSet(null);
        if (ready != null) {
            Files.deleteIfExists(ready);
        }
        if (temporaryFile != null) {
            Files.deleteIfExists(temporaryFile);
        }
    }
}
