package org.symbolon.dicom.net.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.net.AcceptedContext;
import org.symbolon.dicom.net.ActionResult;
import org.symbolon.dicom.net.Cancellation;
import org.symbolon.dicom.net.DataSetSource;
import org.symbolon.dicom.net.EventReport;
import org.symbolon.dicom.net.FindResult;
import org.symbolon.dicom.net.FindSink;
import org.symbolon.dicom.net.MoveOriginator;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.ObjectResponse;
import org.symbolon.dicom.net.OutgoingObject;
import org.symbolon.dicom.net.RetrieveListener;
import org.symbolon.dicom.net.RetrieveResult;
import org.symbolon.dicom.net.StoreObserver;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.dicom.net.StoreSink;

/** The requests of one association on the requester's side, one at a time. Owned by the requester's thread. */
public final class RequesterServices {
    private static final String VERIFICATION = "1.2.840.10008.1.1";

    private final Association association;
    private final Requests requests;
    private final ObjectRequests objects;
    private final Retrieval retrieval;

    public RequesterServices(Association association, String callingAeTitle, NetworkOptions options) {
        this.association = association;
        this.requests = new Requests(association, options);
        this.objects = new ObjectRequests(requests);
        this.retrieval = new Retrieval(requests, callingAeTitle);
    }

    public @Nullable AcceptedContext context(String abstractSyntax, String transferSyntax) {
        return requests.find(
                abstractSyntax,
                context -> context.scuRole() && context.transferSyntax().equals(transferSyntax));
    }

    public int echo() throws IOException {
        AcceptedContext context = requests.begin(VERIFICATION);
        int id = association.nextMessageId();
        association.send(
                context,
                CommandSet.request(CommandField.C_ECHO_RQ, id).putUid(CommandSet.AFFECTED_SOP_CLASS_UID, VERIFICATION));
        return Requests.status(requests.awaitCommand(CommandField.C_ECHO_RQ, id));
    }

    public StoreResponse store(String sopClassUid, String sopInstanceUid, String transferSyntax, DataSetSource source)
            throws IOException {
        association.beginOperation();
        AcceptedContext context = Requests.require(context(sopClassUid, transferSyntax));
        int id = association.nextMessageId();
        association.send(context, StoreCommand.request(id, sopClassUid, sopInstanceUid), source);
        return StoreCommand.response(requests.awaitCommand(CommandField.C_STORE_RQ, id));
    }

    public void storeAll(
            Iterator<OutgoingObject> outgoing, @Nullable MoveOriginator moveOriginator, StoreObserver observer)
            throws IOException {
        new StorePipeline(requests, moveOriginator, observer).send(outgoing);
    }

    public FindResult find(String sopClassUid, DataSet identifier, Cancellation cancellation, FindSink sink)
            throws IOException {
        return new FindQuery(requests).run(sopClassUid, identifier, cancellation, sink);
    }

    public RetrieveResult get(
            String sopClassUid,
            DataSet identifier,
            Cancellation cancellation,
            RetrieveListener listener,
            StoreSink sink)
            throws IOException {
        return retrieval.get(sopClassUid, identifier, cancellation, listener, sink);
    }

    public RetrieveResult move(
            String sopClassUid,
            DataSet identifier,
            String destinationAeTitle,
            Cancellation cancellation,
            RetrieveListener listener)
            throws IOException {
        return retrieval.move(sopClassUid, identifier, destinationAeTitle, cancellation, listener);
    }

    public ActionResult action(
            String sopClassUid, String sopInstanceUid, int actionType, DataSet information, Duration eventTimeout)
            throws IOException {
        ObjectResponse response = objects.action(sopClassUid, sopInstanceUid, actionType, information);
        EventReport event = response.isDone() ? requests.awaitEvent(eventTimeout) : null;
        return new ActionResult(response.status(), response.errorComment(), event);
    }

    public ObjectResponse action(String sopClassUid, String sopInstanceUid, int actionType, DataSet information)
            throws IOException {
        return objects.action(sopClassUid, sopInstanceUid, actionType, information);
    }

    public Optional<EventReport> pollEvent(Duration timeout) throws IOException {
        return requests.pollEvent(timeout);
    }

    public ObjectResponse create(String sopClassUid, String sopInstanceUid, DataSet attributes) throws IOException {
        return objects.create(sopClassUid, sopInstanceUid, attributes);
    }

    public ObjectResponse set(String sopClassUid, String sopInstanceUid, DataSet modifications) throws IOException {
        return objects.set(sopClassUid, sopInstanceUid, modifications);
    }

    public ObjectResponse read(String sopClassUid, String sopInstanceUid, List<Integer> tags) throws IOException {
        return objects.read(sopClassUid, sopInstanceUid, tags);
    }

    public ObjectResponse delete(String sopClassUid, String sopInstanceUid) throws IOException {
        return objects.delete(sopClassUid, sopInstanceUid);
    }

    public ObjectResponse report(EventReport report) throws IOException {
        return objects.report(report);
    }
}
