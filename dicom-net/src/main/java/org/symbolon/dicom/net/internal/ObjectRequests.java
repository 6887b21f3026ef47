package org.symbolon.dicom.net.internal;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.net.AcceptedContext;
import org.symbolon.dicom.net.EventReport;
import org.symbolon.dicom.net.ObjectResponse;

/** N-CREATE, N-SET, N-GET, N-DELETE and N-ACTION as SCU, and N-EVENT-REPORT as SCP (PS3.7 10.1). */
final class ObjectRequests {
    private final Requests requests;

    ObjectRequests(Requests requests) {
        this.requests = requests;
    }

    ObjectResponse create(String sopClassUid, String sopInstanceUid, DataSet attributes) throws IOException {
        CommandSet command = request(CommandField.N_CREATE_RQ).putUid(CommandSet.AFFECTED_SOP_CLASS_UID, sopClassUid);
        if (!sopInstanceUid.isEmpty()) {
            command.putUid(CommandSet.AFFECTED_SOP_INSTANCE_UID, sopInstanceUid);
        }
        return exchange(requests.begin(sopClassUid), command, attributes);
    }

    ObjectResponse set(String sopClassUid, String sopInstanceUid, DataSet modifications) throws IOException {
        return exchange(
                requests.begin(sopClassUid),
                requested(CommandField.N_SET_RQ, sopClassUid, sopInstanceUid),
                modifications);
    }

    ObjectResponse read(String sopClassUid, String sopInstanceUid, List<Integer> tags) throws IOException {
        CommandSet command = requested(CommandField.N_GET_RQ, sopClassUid, sopInstanceUid);
        if (!tags.isEmpty()) {
            command.putTags(CommandSet.ATTRIBUTE_IDENTIFIER_LIST, tags);
        }
        return exchange(requests.begin(sopClassUid), command, null);
    }

    ObjectResponse delete(String sopClassUid, String sopInstanceUid) throws IOException {
        return exchange(
                requests.begin(sopClassUid), requested(CommandField.N_DELETE_RQ, sopClassUid, sopInstanceUid), null);
    }

    ObjectResponse action(String sopClassUid, String sopInstanceUid, int actionType, DataSet information)
            throws IOException {
        return exchange(
                requests.begin(sopClassUid),
                requested(CommandField.N_ACTION_RQ, sopClassUid, sopInstanceUid)
                        .put(CommandSet.ACTION_TYPE_ID, actionType),
                information);
    }

    ObjectResponse report(EventReport report) throws IOException {
        requests.association().beginOperation();
        AcceptedContext context = Requests.require(requests.find(report.sopClassUid(), AcceptedContext::scpRole));
        return exchange(context, eventCommand(requests.association(), report), report.information());
    }

    /** An N-EVENT-REPORT-RQ (PS3.7 10.3.1). */
    static CommandSet eventCommand(Association association, EventReport report) {
        return CommandSet.request(CommandField.N_EVENT_REPORT_RQ, association.nextMessageId())
                .putUid(CommandSet.AFFECTED_SOP_CLASS_UID, report.sopClassUid())
                .putUid(CommandSet.AFFECTED_SOP_INSTANCE_UID, report.sopInstanceUid())
                .put(CommandSet.EVENT_TYPE_ID, report.eventType());
    }

    private CommandSet request(int commandField) {
        return CommandSet.request(commandField, requests.association().nextMessageId());
    }

    private CommandSet requested(int commandField, String sopClassUid, String sopInstanceUid) {
        return request(commandField)
                .putUid(CommandSet.REQUESTED_SOP_CLASS_UID, sopClassUid)
                .putUid(CommandSet.REQUESTED_SOP_INSTANCE_UID, sopInstanceUid);
    }

    private ObjectResponse exchange(AcceptedContext context, CommandSet command, @Nullable DataSet dataSet)
            throws IOException {
        if (dataSet == null) {
            requests.association().send(context, command);
        } else {
            requests.association().send(context, command, dataSet);
        }
        Message response = requests.awaitResponse(command.commandField(), command.number(CommandSet.MESSAGE_ID, 0));
        CommandSet answer = response.command();
        DataSet attributes = answer.hasDataSet() ? requests.parameters(response) : null;
        return new ObjectResponse(
                Requests.status(answer),
                answer.text(CommandSet.ERROR_COMMENT),
                answer.text(CommandSet.AFFECTED_SOP_INSTANCE_UID),
                attributes);
    }
}
