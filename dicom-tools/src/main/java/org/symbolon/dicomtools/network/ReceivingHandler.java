package org.symbolon.dicomtools.network;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.net.ActionRequest;
import org.symbolon.dicom.net.ActionResponse;
import org.symbolon.dicom.net.AssociationHandler;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.Status;
import org.symbolon.dicom.net.StoreRequest;
import org.symbolon.dicom.net.StoreResponse;

/** Answers C-ECHO, keeps what comes by C-STORE in a folder, and confirms it by storage commitment. */
final class ReceivingHandler implements AssociationHandler {
    private final Reception reception;
    private final List<String> transferSyntaxes;

    /** @param transferSyntaxes that are taken; empty: all of the standard */
    ReceivingHandler(Reception reception, List<String> transferSyntaxes) {
        this.reception = reception;
        this.transferSyntaxes = transferSyntaxes;
    }

    @Override
    public boolean accepts(String abstractSyntax) {
        return abstractSyntax.equals(Uids.Verification)
                || (abstractSyntax.equals(Uids.StorageCommitmentPushModel) && reception.commits())
                || StorageClasses.isStorage(abstractSyntax);
    }

    @Override
    public @Nullable String choose(String abstractSyntax, List<String> proposed) {
        boolean storage = StorageClasses.isStorage(abstractSyntax);
        return StorageClasses.choose(proposed, storage ? transferSyntaxes : List.of());
    }

    @Override
    public StoreResponse store(StoreRequest request, InputStream dataSet) throws IOException {
        try {
            reception.keep(request, dataSet);
            return StoreResponse.success();
        } catch (DicomNetworkException | DicomFormatException e) {
            throw e;
        } catch (IOException e) {
            reception.failed();
            return new StoreResponse(Status.OUT_OF_RESOURCES, "The object could not be written");
        }
    }

    @Override
    public ActionResponse action(ActionRequest request) {
        return reception.commits() && request.actionType() == 1
                ? reception.commit(request)
                : ActionResponse.failure(Status.NO_SUCH_ACTION, "");
    }
}
