package org.symbolon.dicom.net;

import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for an association. AE titles and the user identity are claims; the certificate was verified by the TLS handshake.
 *
 * @param address of the other end of the connection
 * @param callingAeTitle without padding
 * @param calledAeTitle without padding
 * @param clientCertificate null without TLS, and where none was asked for or given
 * @param userIdentity null where none was given; whoever does not believe it throws {@link AssociationRejection}
 * @param implementationClassUid may be empty
 * @param implementationVersionName may be empty
 * @param commonExtendedNegotiations what it says of SOP classes that may be unknown here
 */
public record AssociationPeer(
        InetSocketAddress address,
        String callingAeTitle,
        String calledAeTitle,
        @Nullable X509Certificate clientCertificate,
        @Nullable UserIdentity userIdentity,
        String implementationClassUid,
        String implementationVersionName,
        List<CommonExtendedNegotiation> commonExtendedNegotiations) {
    public AssociationPeer {
        commonExtendedNegotiations = List.copyOf(commonExtendedNegotiations);
    }
}
