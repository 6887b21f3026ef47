package org.symbolon.dicom.net.internal;

import java.io.IOException;
import java.util.List;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.net.AcceptedContext;
import org.symbolon.dicom.net.Cancellation;
import org.symbolon.dicom.net.RetrieveListener;
import org.symbolon.dicom.net.RetrieveResult;
import org.symbolon.dicom.net.Status;
import org.symbolon.dicom.net.StoreRequest;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.dicom.net.StoreSink;
import org.symbolon.dicom.net.SubOperations;

/** C-GET and C-MOVE on the SCU's side (PS3.7 9.1.3 and 9.1.4). */
final class Retrieval {
    private static final StoreSink NOTHING_COMES = Retrieval::refuse;

    private final Requests requests;
    private final String callingAeTitle;

    Retrieval(Requests requests, String callingAeTitle) {
        this.requests = requests;
        this.callingAeTitle = callingAeTitle;
    }

    private static StoreResponse refuse(StoreRequest request, java.io.InputStream dataSet) {
        return new StoreResponse(Status.SOP_CLASS_NOT_SUPPORTED, "Nothing was to come on this association");
    }

    RetrieveResult get(
            String sopClassUid,
            DataSet identifier,
            Cancellation cancellation,
            RetrieveListener listener,
            StoreSink sink)
            throws IOException {
        return run(command(CommandField.C_GET_RQ, sopClassUid), identifier, cancellation, listener, sink);
    }

    RetrieveResult move(
            String sopClassUid,
            DataSet identifier,
            String destinationAeTitle,
            Cancellation cancellation,
            RetrieveListener listener)
            throws IOException {
        CommandSet request = command(CommandField.C_MOVE_RQ, sopClassUid)
                .putAeTitle(CommandSet.MOVE_DESTINATION, destinationAeTitle);
        return run(request, identifier, cancellation, listener, NOTHING_COMES);
    }

    private CommandSet command(int commandField, String sopClassUid) {
        return CommandSet.request(commandField, requests.association().nextMessageId())
                .put(CommandSet.PRIORITY, 0)
                .putUid(CommandSet.AFFECTED_SOP_CLASS_UID, sopClassUid);
    }

    private RetrieveResult run(
            CommandSet request,
            DataSet identifier,
            Cancellation cancellation,
            RetrieveListener listener,
            StoreSink sink)
            throws IOException {
        AcceptedContext context = requests.begin(request.text(CommandSet.AFFECTED_SOP_CLASS_UID));
        int id = request.number(CommandSet.MESSAGE_ID, 0);
        requests.association().send(context, request, identifier);
        CancelPoint cancel = new CancelPoint(requests, context, id, cancellation);
        while (true) {
            Message message = cancel.next();
            if (message.command().commandField() == CommandField.C_STORE_RQ) {
                StoreReceiver.receive(requests.association(), message, callingAeTitle, sink);
            } else if (!requests.takenAsEvent(message)) {
                requests.requireAnswer(message, request.commandField(), id);
                int status = Requests.status(message.command());
                if (!Status.isPending(status)) {
                    return result(message, status);
                }
                requests.skipDataSet(message);
                listener.progress(counts(message.command()));
            }
        }
    }

    private RetrieveResult result(Message message, int status) throws IOException {
        CommandSet command = message.command();
        List<String> failed = requests.parameters(message).strings(Tags.FailedSOPInstanceUIDList);
        return new RetrieveResult(status, command.text(CommandSet.ERROR_COMMENT), counts(command), failed);
    }

    private static SubOperations counts(CommandSet response) {
        return new SubOperations(
                response.number(CommandSet.REMAINING_SUB_OPERATIONS, 0),
                response.number(CommandSet.COMPLETED_SUB_OPERATIONS, 0),
                response.number(CommandSet.FAILED_SUB_OPERATIONS, 0),
                response.number(CommandSet.WARNING_SUB_OPERATIONS, 0));
    }
}
