package org.symbolon.dicom.net.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.net.AsynchronousOperations;
import org.symbolon.dicom.net.CommonExtendedNegotiation;
import org.symbolon.dicom.net.ExtendedNegotiation;
import org.symbolon.dicom.net.UserIdentity;

/**
 * The user information item (PS3.8 9.3.2.3, PS3.7 annex D.3).
 *
 * @param maxPduBytes longest P-DATA-TF that its sender takes; 0: any
 * @param implementationClassUid may be empty
 * @param implementationVersionName may be empty
 * @param asynchronousOperations as the requester sees it, in requests and in answers; null: not negotiated
 * @param commonExtended in requests only
 * @param userIdentity in requests only
 * @param userIdentityResponse in answers only; null: none
 * @param unknown sub-items of no known type
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record UserInformation(
        long maxPduBytes,
        String implementationClassUid,
        String implementationVersionName,
        @Nullable AsynchronousOperations asynchronousOperations,
        List<RoleSelection> roles,
        List<ExtendedNegotiation> extended,
        List<CommonExtendedNegotiation> commonExtended,
        @Nullable UserIdentity userIdentity,
        byte @Nullable [] userIdentityResponse,
        List<SubItem> unknown) {
    /** A UID of our own, from a random UUID (PS3.5 B.2). */
    static final String IMPLEMENTATION_CLASS_UID = "2.25.302238489303727828510483895303385298399";

    static final String IMPLEMENTATION_VERSION_NAME = "SYMBOLON_1";

    UserInformation {
        roles = List.copyOf(roles);
        extended = List.copyOf(extended);
        commonExtended = List.copyOf(commonExtended);
        unknown = List.copyOf(unknown);
    }

    /** With nothing but the longest PDU and who we are. */
    static UserInformation ours(int maxPduBytes, List<RoleSelection> roles) {
        return new UserInformation(
                maxPduBytes,
                IMPLEMENTATION_CLASS_UID,
                IMPLEMENTATION_VERSION_NAME,
                null,
                roles,
                List.of(),
                List.of(),
                null,
                null,
                List.of());
    }

    /** SCP/SCU role selection (PS3.7 D.3.3.4): the roles of the requester. */
    record RoleSelection(String sopClassUid, boolean scu, boolean scp) {}

    /** A sub-item as it came. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record SubItem(int type, byte[] content) {}
}
