package org.symbolon.dicom.net;

import org.jspecify.annotations.Nullable;

/**
 * What a C-STORE-RQ says of the data set that follows (PS3.7 9.3.1). The UIDs are the sender's claim: neither is empty, but
 * nobody has compared them with the data set.
 *
 * @param sopClassUid Affected SOP Class UID (0000,0002), equal to the presentation context's abstract syntax
 * @param sopInstanceUid Affected SOP Instance UID (0000,1000)
 * @param transferSyntax UID of the data set's transfer syntax
 * @param callingAeTitle of the association's requester
 * @param moveOriginator whose C-MOVE brings the object; null: it does not say
 */
public record StoreRequest(
        String sopClassUid,
        String sopInstanceUid,
        String transferSyntax,
        String callingAeTitle,
        @Nullable MoveOriginator moveOriginator) {
    public StoreRequest(String sopClassUid, String sopInstanceUid, String transferSyntax, String callingAeTitle) {
        this(sopClassUid, sopInstanceUid, transferSyntax, callingAeTitle, null);
    }
}
