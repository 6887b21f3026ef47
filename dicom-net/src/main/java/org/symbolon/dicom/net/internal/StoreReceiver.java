package org.symbolon.dicom.net.internal;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.net.MoveOriginator;
import org.symbolon.dicom.net.StoreRequest;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.dicom.net.StoreSink;

/** The SCP side of one C-STORE (PS3.7 9.1.1), on a server or as sub-operation of a requester's C-GET. */
final class StoreReceiver {
    private StoreReceiver() {}

    /** Hands the object to the sink, skips what it leaves, and answers. Throws only if the association has ended. */
    static void receive(Association association, Message message, String callingAeTitle, StoreSink sink)
            throws IOException {
        CommandCheck.Refusal refusal = CommandCheck.refusal(message).orElse(null);
        StoreResponse response;
        if (refusal != null) {
            response = new StoreResponse(refusal.status(), refusal.comment());
            if (message.command().hasDataSet()) {
                association.dataSetOf(message).drain();
            }
        } else {
            DataSetInput dataSet = association.dataSetOf(message);
            response = respond(association, message, callingAeTitle, sink, dataSet);
            dataSet.drain();
        }
        association.send(
                message.context(),
                CommandSet.response(message.command(), response.status()).putComment(response.errorComment()));
    }

    private static StoreResponse respond(
            Association association, Message message, String callingAeTitle, StoreSink sink, InputStream dataSet)
            throws IOException {
        CommandSet command = message.command();
        StoreRequest request = new StoreRequest(
                command.text(CommandSet.AFFECTED_SOP_CLASS_UID),
                command.text(CommandSet.AFFECTED_SOP_INSTANCE_UID),
                message.context().transferSyntax(),
                callingAeTitle,
                moveOriginator(command));
        try {
            return sink.store(request, dataSet);
        } catch (IOException | RuntimeException e) {
            association.rethrowFailure();
            return new StoreResponse(HandlerFailure.status(e), HandlerFailure.comment(e));
        }
    }

    private static @Nullable MoveOriginator moveOriginator(CommandSet command) {
        return command.isValid(CommandSet.MOVE_ORIGINATOR_AE_TITLE)
                ? new MoveOriginator(
                        command.text(CommandSet.MOVE_ORIGINATOR_AE_TITLE),
                        command.number(CommandSet.MOVE_ORIGINATOR_MESSAGE_ID, 0))
                : null;
    }
}
