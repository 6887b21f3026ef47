package org.symbolon.dicom.net.internal;

import java.util.List;

/**
 * The user information item (PS3.8 9.3.2.3, PS3.7 annex D.3).
 *
 * @param maxPduBytes longest P-DATA-TF that its sender takes; 0: any
 * @param implementationClassUid may be empty
 * @param implementationVersionName may be empty
 * @param others sub-items that are kept but not acted upon: asynchronous operations window, extended negotiation, user
 *     identity, and what is unknown
 */
record UserInformation(
        long maxPduBytes,
        String implementationClassUid,
        String implementationVersionName,
        List<RoleSelection> roles,
        List<SubItem> others) {
    /** A UID of our own, from a random UUID (PS3.5 B.2). */
    static final String IMPLEMENTATION_CLASS_UID = "2.25.302238489303727828510483895303385298399";

    static final String IMPLEMENTATION_VERSION_NAME = "SYMBOLON_1";

    UserInformation {
        roles = List.copyOf(roles);
        others = List.copyOf(others);
    }

    static UserInformation ours(int maxPduBytes, List<RoleSelection> roles) {
        return new UserInformation(
                maxPduBytes, IMPLEMENTATION_CLASS_UID, IMPLEMENTATION_VERSION_NAME, roles, List.of());
    }

    /** SCP/SCU role selection (PS3.7 D.3.3.4): the roles of the requester. */
    record RoleSelection(String sopClassUid, boolean scu, boolean scp) {}

    /** A sub-item as it came. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record SubItem(int type, byte[] content) {}
}
