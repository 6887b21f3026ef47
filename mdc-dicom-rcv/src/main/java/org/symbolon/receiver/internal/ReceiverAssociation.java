package org.symbolon.receiver.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.net.ActionRequest;
import org.symbolon.dicom.net.ActionResponse;
import org.symbolon.dicom.net.AssociationHandler;
import org.symbolon.dicom.net.GetRequest;
import org.symbolon.dicom.net.GetResponder;
import org.symbolon.dicom.net.Status;
import org.symbolon.dicom.net.StoreRequest;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.model.OrganisationId;

/** What one association of one organisation may do. */
public final class ReceiverAssociation implements AssociationHandler {
    private static final Set<String> SERVICES =
            Set.of(Uids.Verification, Uids.StorageCommitmentPushModel, Uids.StudyRootQueryRetrieveInformationModelGet);
    private static final List<String> UNCOMPRESSED =
            List.of(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid(), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN.uid());

    private final StorageService storage;
    private final CommitmentService commitment;
    private final RetrievalService retrieval;

    public ReceiverAssociation(ObjectArchive archive, OrganisationId organisation) {
        this.storage = new StorageService(archive, organisation);
        this.commitment = new CommitmentService(archive, organisation);
        this.retrieval = new RetrievalService(archive, organisation);
    }

    @Override
    public boolean accepts(String abstractSyntax) {
        return SERVICES.contains(abstractSyntax) || StorageClasses.isStorage(abstractSyntax);
    }

    @Override
    public @Nullable String choose(String abstractSyntax, List<String> proposed) {
        if (SERVICES.contains(abstractSyntax)) {
            return proposed.stream().filter(UNCOMPRESSED::contains).findFirst().orElse(null);
        }
        return StorageClasses.choose(proposed);
    }

    @Override
    public StoreResponse store(StoreRequest request, InputStream dataSet) throws IOException {
        return storage.store(request, dataSet);
    }

    @Override
    public ActionResponse action(ActionRequest request) {
        return commitment.request(request);
    }

    @Override
    public int get(GetRequest request, GetResponder responder) throws IOException {
        boolean known = request.sopClassUid().equals(Uids.StudyRootQueryRetrieveInformationModelGet);
        return known ? retrieval.get(request, responder) : Status.SOP_CLASS_NOT_SUPPORTED;
    }
}
