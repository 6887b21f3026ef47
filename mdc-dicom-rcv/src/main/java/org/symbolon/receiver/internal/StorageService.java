package org.symbolon.receiver.internal;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.archive.CauseChain;
import org.symbolon.archive.IncomingObject;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.archive.ObjectDescription;
import org.symbolon.archive.StoreOutcome;
import org.symbolon.archive.StoreReceipt;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.StoreRequest;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.SymbolonException;

/**
 * C-STORE (PS3.4 annex B): the data set goes from the association to the archive while its structure is walked, and is
 * acknowledged when it is on disk and indexed. A re-send and a conflict (same SOP Instance UID, other content, kept beside
 * and flagged) are acknowledged with 0000 as well: for the sender each of them is stored, and a warning would make many
 * senders try again. Thread-safe.
 */
final class StorageService {
    private static final Logger LOG = LoggerFactory.getLogger(StorageService.class);

    private final ObjectArchive archive;
    private final OrganisationId organisation;

    StorageService(ObjectArchive archive, OrganisationId organisation) {
        this.archive = archive;
        this.organisation = organisation;
    }

    /**
     * @throws DicomNetworkException if the association ended in the middle; nothing is stored then
     */
    StoreResponse store(StoreRequest request, InputStream dataSet) throws IOException {
        try (Reception reception = new Reception(request)) {
            StoreReceipt receipt = reception.receive(dataSet);
            if (receipt.outcome() == StoreOutcome.CONFLICT_KEPT) {
                LOG.warn("{}: an object with a known SOP Instance UID and other content is kept beside", organisation);
            }
            return StoreResponse.success();
        } catch (DicomNetworkException e) {
            throw e;
        } catch (SymbolonException e) {
            LOG.warn("{}: object refused, {}: {}", organisation, e.code(), e.getMessage());
            return refusal(e.code());
        } catch (IOException e) {
            LOG.error("{}: the archive could not store an object: {}", organisation, CauseChain.of(e));
            return refusal(ErrorCode.OUT_OF_RESOURCES);
        }
    }

    private static StoreResponse refusal(ErrorCode code) {
        return new StoreResponse(code.dimseStatus(), code.name());
    }

    /** One object on its way. */
    private final class Reception implements AutoCloseable {
        private final StoreRequest request;
        private @Nullable IncomingObject incoming;

        Reception(StoreRequest request) {
            this.request = request;
        }

        StoreReceipt receive(InputStream dataSet) throws IOException {
            TransferSyntax syntax = TransferSyntax.of(request.transferSyntax());
            if (syntax == null) {
                throw new SymbolonException(
                        ErrorCode.UNKNOWN_TRANSFER_SYNTAX, "The transfer syntax is not one of PS3.6 annex A");
            }
            IdentityGate gate = new IdentityGate(() -> begin().dataSet());
            TeeInputStream tee = new TeeInputStream(dataSet, gate);
            ReceivedHeader header = HeaderReader.read(tee, syntax, kept -> {
                if (kept.isDeidentified()) {
                    gate.open();
                }
            });
            // Behind the end of a deflated stream there may be a padding byte (PS3.5 A.5)
            tee.drain();
            IncomingObject object = incoming;
            if (!header.isDeidentified() || object == null) {
                throw IdentityGate.notDeidentified();
            }
            ReceivedHeader.requireSame(request.sopClassUid(), request.sopInstanceUid(), header);
            return object.commit(header.instanceHeader());
        }

        private IncomingObject begin() throws IOException {
            IncomingObject begun = archive.begin(
                    organisation,
                    new ObjectDescription(
                            request.sopClassUid(),
                            request.sopInstanceUid(),
                            request.transferSyntax(),
                            request.callingAeTitle()));
            incoming = begun;
            return begun;
        }

        @Override
        public void close() throws IOException {
            if (incoming != null) {
                incoming.close();
            }
        }
    }
}
