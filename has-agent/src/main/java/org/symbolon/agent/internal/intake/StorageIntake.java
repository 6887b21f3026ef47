package org.symbolon.agent.internal.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.agent.internal.journal.Journal;
import org.symbolon.agent.internal.parting.Quarantine;
import org.symbolon.agent.internal.parting.Rejection;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.net.AssociationHandler;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.Status;
import org.symbolon.dicom.net.StoreRequest;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/**
 * The agent as Storage SCP (PS3.4 annex B) for every storage SOP class and transfer syntax. An object is streamed to the spool
 * with a Part 10 header, forced to disk and journalled, and only then acknowledged. One whose header does not fit the command
 * is refused, and kept in quarantine all the same.
 */
public final class StorageIntake implements AssociationHandler {
    private static final Logger LOG = LoggerFactory.getLogger(StorageIntake.class);
    private static final String STANDARD_ROOT = "1.2.840.10008.";
    private static final int BUFFER_BYTES = 1 << 17;

    private final AgentFolder folder;
    private final Journal journal;
    private final Quarantine quarantine;
    private final long minFreeBytes;
    private final Runnable received;

    /**
     * @param minFreeBytes on the disk of the spool, below which objects are turned away as out of resources
     * @param received called after each object
     */
    public StorageIntake(
            AgentFolder folder, Journal journal, Quarantine quarantine, long minFreeBytes, Runnable received) {
        this.folder = folder;
        this.journal = journal;
        this.quarantine = quarantine;
        this.minFreeBytes = minFreeBytes;
        this.received = received;
    }

    @Override
    public boolean accepts(String abstractSyntax) {
        if (abstractSyntax.equals(Uids.Verification) || !abstractSyntax.startsWith(STANDARD_ROOT)) {
            return true;
        }
        String name = Dictionary.standard().uidName(abstractSyntax);
        return name.contains("Storage") && !name.contains("Commitment") && !name.contains("Directory");
    }

    /** The first that is known, as the peer lists what it prefers first; implicit little endian only if there is no other. */
    @Override
    public @Nullable String choose(String abstractSyntax, List<String> proposed) {
        String implicit = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid();
        for (String uid : proposed) {
            if (!uid.equals(implicit) && TransferSyntax.of(uid) != null) {
                return uid;
            }
        }
        return proposed.contains(implicit) ? implicit : null;
    }

    @Override
    public StoreResponse store(StoreRequest request, InputStream dataSet) throws IOException {
        String name = UUID.randomUUID() + ".dcm";
        Path file = folder.spool().resolve(name);
        boolean keep = false;
        try {
            FileStore disk = Files.getFileStore(folder.spool());
            if (disk.getUsableSpace() < minFreeBytes) {
                LOG.error("The disk of the spool has less than {} bytes free: objects are turned away", minFreeBytes);
                return refusal(ErrorCode.OUT_OF_RESOURCES);
            }
            write(request, dataSet, file);
            Optional<Rejection> rejection = ReceivedHeader.check(file, request);
            if (rejection.isPresent()) {
                quarantine.keepOriginal(file, "", rejection.get(), null);
                LOG.warn(
                        "An object was refused and is in quarantine: {}",
                        rejection.get().code());
                return refusal(rejection.get().code());
            }
            journal.received(name);
            keep = true;
            received.run();
            return StoreResponse.success();
        } catch (DicomNetworkException e) {
            throw e;
        } catch (IOException e) {
            LOG.error(
                    "An object could not be written to the spool: {}",
                    e.getClass().getSimpleName());
            return refusal(ErrorCode.OUT_OF_RESOURCES);
        } catch (SymbolonException e) {
            // the outcome of the commit may be unknown; a row without its file would be worse than a file without its
            // row
            keep = e.code().retry() == ErrorCode.Retry.UNKNOWN;
            LOG.error("An object could not be journalled: {}", e.code());
            return refusal(ErrorCode.OUT_OF_RESOURCES);
        } finally {
            if (!keep) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void write(StoreRequest request, InputStream dataSet, Path file) throws IOException {
        TransferSyntax syntax = TransferSyntax.of(request.transferSyntax());
        if (syntax == null) {
            throw new SymbolonException(ErrorCode.UNKNOWN_TRANSFER_SYNTAX, "The transfer syntax was not negotiated");
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = Channels.newOutputStream(channel);
            out.write(Part10Writer.fileMeta(
                    request.sopClassUid(), request.sopInstanceUid(), syntax, request.callingAeTitle()));
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int n = dataSet.read(buffer); n >= 0; n = dataSet.read(buffer)) {
                out.write(buffer, 0, n);
            }
            channel.force(true);
        }
    }

    private static StoreResponse refusal(ErrorCode code) {
        return new StoreResponse(code.dimseStatus(), code.name());
    }

    @Override
    public int echo() {
        return Status.SUCCESS;
    }
}
