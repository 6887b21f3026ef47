package org.symbolon.dicom.net.internal;

import org.symbolon.dicom.net.Status;
import org.symbolon.dicom.net.StoreResponse;

/** Command sets of C-STORE on the SCU's side (PS3.7 9.3.1). */
final class StoreCommand {
    private static final int MEDIUM_PRIORITY = 0;

    private StoreCommand() {}

    static CommandSet request(int messageId, String sopClassUid, String sopInstanceUid) {
        return CommandSet.request(CommandField.C_STORE_RQ, messageId)
                .put(CommandSet.PRIORITY, MEDIUM_PRIORITY)
                .putUid(CommandSet.AFFECTED_SOP_CLASS_UID, sopClassUid)
                .putUid(CommandSet.AFFECTED_SOP_INSTANCE_UID, sopInstanceUid);
    }

    static boolean answers(CommandSet response, int messageId) {
        return response.commandField() == (CommandField.C_STORE_RQ | CommandField.RESPONSE)
                && response.number(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, -1) == messageId;
    }

    /** A response without a status is a failure. */
    static StoreResponse response(CommandSet response) {
        return new StoreResponse(
                response.number(CommandSet.STATUS, Status.PROCESSING_FAILURE), response.text(CommandSet.ERROR_COMMENT));
    }
}
