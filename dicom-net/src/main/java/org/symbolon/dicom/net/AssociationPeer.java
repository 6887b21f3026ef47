package org.symbolon.dicom.net;

import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for an association. AE titles are claims; the certificate was verified by the TLS handshake.
 *
 * @param address of the other end of the connection
 * @param callingAeTitle without padding
 * @param calledAeTitle without padding
 * @param clientCertificate null without TLS, and where none was asked for
 */
public record AssociationPeer(
        InetSocketAddress address,
        String callingAeTitle,
        String calledAeTitle,
        @Nullable X509Certificate clientCertificate) {}
