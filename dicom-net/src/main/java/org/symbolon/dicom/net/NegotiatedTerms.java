package org.symbolon.dicom.net;

import java.util.List;
import java.util.Optional;

/**
 * What two sides agreed on beside presentation contexts, as this side sees it.
 *
 * @param maxSendPduBytes longest P-DATA-TF that this side sends
 * @param maxReceivePduBytes longest P-DATA-TF that this side takes
 * @param asynchronousOperations the window granted; {@link AsynchronousOperations#SYNCHRONOUS} where none was
 * @param peerImplementationClassUid may be empty
 * @param peerImplementationVersionName may be empty
 * @param extendedNegotiations as the acceptor answered; empty for a SOP class that it did not answer
 * @param userIdentityResponse what the acceptor said of the user identity: empty bytes for a plain yes, a ticket or an
 *     assertion for Kerberos and SAML; absent where it said nothing
 */
public record NegotiatedTerms(
        int maxSendPduBytes,
        int maxReceivePduBytes,
        AsynchronousOperations asynchronousOperations,
        String peerImplementationClassUid,
        String peerImplementationVersionName,
        List<ExtendedNegotiation> extendedNegotiations,
        Optional<byte[]> userIdentityResponse) {
    public NegotiatedTerms {
        extendedNegotiations = List.copyOf(extendedNegotiations);
    }
}
