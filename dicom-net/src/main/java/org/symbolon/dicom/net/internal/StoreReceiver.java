package org.symbolon.dicom.net.internal;

import java.io.IOException;
import java.io.InputStream;
import org.symbolon.dicom.net.Status;
import org.symbolon.dicom.net.StoreRequest;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.dicom.net.StoreSink;

/** The SCP side of one C-STORE (PS3.7 9.1.1), on a server or as sub-operation of a requester's C-GET. */
final class StoreReceiver {
    private StoreReceiver() {}

    /** Hands the object to the sink, skips what it leaves, and answers. Throws only if the association has ended. */
    static void receive(Association association, Message message, String callingAeTitle, StoreSink sink)
            throws IOException {
        CommandSet command = message.command();
        StoreResponse response;
        if (command.hasDataSet()) {
            DataSetInput dataSet = association.dataSetOf(message);
            response = respond(association, message, callingAeTitle, sink, dataSet);
            dataSet.drain();
        } else {
            response = new StoreResponse(Status.CANNOT_UNDERSTAND, "The request has no data set");
        }
        association.send(
                message.context(),
                CommandSet.response(command, response.status()).putComment(response.errorComment()));
    }

    private static StoreResponse respond(
            Association association, Message message, String callingAeTitle, StoreSink sink, InputStream dataSet)
            throws IOException {
        String sopClassUid = message.command().text(CommandSet.AFFECTED_SOP_CLASS_UID);
        String sopInstanceUid = message.command().text(CommandSet.AFFECTED_SOP_INSTANCE_UID);
        if (!sopClassUid.equals(message.context().abstractSyntax())) {
            return new StoreResponse(
                    Status.SOP_CLASS_NOT_SUPPORTED, "The SOP class is not that of the presentation context");
        }
        if (sopInstanceUid.isEmpty()) {
            return new StoreResponse(Status.MISSING_ATTRIBUTE, "The request names no SOP instance");
        }
        StoreRequest request =
                new StoreRequest(sopClassUid, sopInstanceUid, message.context().transferSyntax(), callingAeTitle);
        try {
            return sink.store(request, dataSet);
        } catch (IOException | RuntimeException e) {
            association.rethrowFailure();
            return new StoreResponse(HandlerFailure.status(e), HandlerFailure.comment(e));
        }
    }
}
