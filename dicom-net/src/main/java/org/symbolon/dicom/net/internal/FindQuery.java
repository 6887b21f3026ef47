package org.symbolon.dicom.net.internal;

import java.io.IOException;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.net.AcceptedContext;
import org.symbolon.dicom.net.Cancellation;
import org.symbolon.dicom.net.FindMatch;
import org.symbolon.dicom.net.FindResponder.Keys;
import org.symbolon.dicom.net.FindResult;
import org.symbolon.dicom.net.FindSink;
import org.symbolon.dicom.net.Status;

/** A C-FIND on the SCU's side (PS3.7 9.1.2): every pending response is a match, the last response has none. */
final class FindQuery {
    private final Requests requests;

    FindQuery(Requests requests) {
        this.requests = requests;
    }

    FindResult run(String sopClassUid, DataSet identifier, Cancellation cancellation, FindSink sink)
            throws IOException {
        AcceptedContext context = requests.begin(sopClassUid);
        Association association = requests.association();
        int id = association.nextMessageId();
        CommandSet request = CommandSet.request(CommandField.C_FIND_RQ, id)
                .put(CommandSet.PRIORITY, 0)
                .putUid(CommandSet.AFFECTED_SOP_CLASS_UID, sopClassUid);
        association.send(context, request, identifier);
        CancelPoint cancel = new CancelPoint(requests, context, id, cancellation);
        long matches = 0;
        while (true) {
            Message message = cancel.next();
            if (requests.takenAsEvent(message)) {
                continue;
            }
            requests.requireAnswer(message, CommandField.C_FIND_RQ, id);
            int status = Requests.status(message.command());
            if (!Status.isPending(status)) {
                requests.skipDataSet(message);
                return new FindResult(status, message.command().text(CommandSet.ERROR_COMMENT), matches);
            }
            matches++;
            DataSet match = requests.parameters(message);
            hand(new FindMatch(match, status == Status.PENDING ? Keys.SUPPORTED : Keys.SOME_UNSUPPORTED), sink);
        }
    }

    private void hand(FindMatch match, FindSink sink) throws IOException {
        boolean taken = false;
        try {
            sink.match(match);
            taken = true;
        } finally {
            if (!taken) {
                requests.association().abort();
            }
        }
    }
}
