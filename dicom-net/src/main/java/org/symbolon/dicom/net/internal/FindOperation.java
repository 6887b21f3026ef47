package org.symbolon.dicom.net.internal;

import java.io.IOException;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.net.FindResponder;
import org.symbolon.dicom.net.Status;

/** One C-FIND on the SCP's side (PS3.4 C.4.1.3): a pending response for each match, then the last one. */
final class FindOperation implements FindResponder {
    private final Association association;
    private final Inbox inbox;
    private final Message request;
    private boolean cancelled;

    FindOperation(Association association, Inbox inbox, Message request) {
        this.association = association;
        this.inbox = inbox;
        this.request = request;
    }

    @Override
    public void match(DataSet identifier, Keys keys) throws IOException {
        int status = keys == Keys.SUPPORTED ? Status.PENDING : Status.PENDING_WITHOUT_OPTIONAL_KEYS;
        association.send(request.context(), CommandSet.response(request.command(), status), identifier);
    }

    @Override
    public boolean cancelled() throws IOException {
        cancelled = cancelled || inbox.cancelCame(request.command().number(CommandSet.MESSAGE_ID, 0));
        return cancelled;
    }

    void sendFinal(int handlerStatus, String comment) throws IOException {
        int status = cancelled && handlerStatus == Status.SUCCESS ? Status.CANCEL : handlerStatus;
        association.send(
                request.context(),
                CommandSet.response(request.command(), status).putComment(comment));
    }
}
