package org.symbolon.receiver.internal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.archive.CauseChain;
import org.symbolon.archive.cli.Destination;
import org.symbolon.archive.cli.Digest;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.net.AssociationHandler;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.StoreRequest;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.Uid;
import org.symbolon.receiver.internal.HeaderReader;
import org.symbolon.receiver.internal.ReceivedHeader;
import org.symbolon.receiver.internal.StorageClasses;
import org.symbolon.receiver.internal.TeeInputStream;

/**
 * What {@code dcmrcv} does with an association: C-ECHO, and C-STORE of every object, de-identified or not, as a Part 10 file
 * whose data set is exactly what came. The file meta group says nothing of the sender, so that sending an object again gives
 * the same file.
 */
final class ReceiveHandler implements AssociationHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiveHandler.class);

    private final Destination destination;
    private final boolean needsSeries;

    /** Whether the destination's names hold the Series Instance UID. */
    enum Naming {
        SOP_INSTANCE,
        SERIES_AND_SOP_INSTANCE
    }

    ReceiveHandler(Destination destination, Naming naming) {
        this.destination = destination;
        this.needsSeries = naming == Naming.SERIES_AND_SOP_INSTANCE;
    }

    @Override
    public boolean accepts(String abstractSyntax) {
        return abstractSyntax.equals(Uids.Verification) || StorageClasses.isStorage(abstractSyntax);
    }

    @Override
    public @Nullable String choose(String abstractSyntax, List<String> proposed) {
        return StorageClasses.choose(proposed);
    }

    @Override
    public StoreResponse store(StoreRequest request, InputStream dataSet) throws IOException {
        try (Destination.Draft draft = destination.begin()) {
            write(request, dataSet, draft);
            return StoreResponse.success();
        } catch (DicomNetworkException e) {
            throw e;
        } catch (SymbolonException e) {
            LOG.warn("Object refused, {}: {}", e.code(), e.getMessage());
            return new StoreResponse(e.code().dimseStatus(), e.code().name());
        } catch (IOException e) {
            LOG.error("An object could not be written: {}", CauseChain.of(e));
            return new StoreResponse(ErrorCode.OUT_OF_RESOURCES.dimseStatus(), ErrorCode.OUT_OF_RESOURCES.name());
        }
    }

    private void write(StoreRequest request, InputStream dataSet, Destination.Draft draft) throws IOException {
        TransferSyntax syntax = TransferSyntax.of(request.transferSyntax());
        if (syntax == null) {
            throw new SymbolonException(
                    ErrorCode.UNKNOWN_TRANSFER_SYNTAX, "The transfer syntax is not one of PS3.6 annex A");
        }
        MessageDigest digest = Digest.sha256();
        OutputStream file = new DigestOutputStream(draft.stream(), digest);
        file.write(Part10Writer.fileMeta(request.sopClassUid(), request.sopInstanceUid(), syntax, null));
        TeeInputStream tee = new TeeInputStream(dataSet, file);
        ReceivedHeader header = HeaderReader.read(tee, syntax, kept -> {});
        tee.drain();
        ReceivedHeader.requireSame(request.sopClassUid(), request.sopInstanceUid(), header);
        String series = header.text(Tags.SeriesInstanceUID);
        // The names become file names: nothing but digits and dots may
        if (!Uid.isUid(request.sopInstanceUid()) || (needsSeries && !Uid.isUid(series))) {
            throw new SymbolonException(ErrorCode.MISSING_UID, "A UID that names the file is missing or not a UID");
        }
        draft.keep(new Destination.FileName(series, request.sopInstanceUid()), Digest.hex(digest));
    }
}
