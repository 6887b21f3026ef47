package org.symbolon.dicom.net;

import java.util.List;

/**
 * SOP class common extended negotiation (PS3.7 D.3.3.6): what a requester says of a SOP class that the acceptor may not know.
 * It is never answered.
 *
 * @param sopClassUid of a presentation context of the same association
 * @param serviceClassUid such as 1.2.840.10008.4.2, Storage
 * @param relatedGeneralSopClassUids SOP classes as which its instances can be treated; may be empty
 */
public record CommonExtendedNegotiation(
        String sopClassUid, String serviceClassUid, List<String> relatedGeneralSopClassUids) {
    public CommonExtendedNegotiation {
        relatedGeneralSopClassUids = List.copyOf(relatedGeneralSopClassUids);
    }
}
