package org.symbolon.receiver;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.symbolon.archive.ObjectArchive;
import org.symbolon.dicom.net.AssociationHandler;
import org.symbolon.dicom.net.AssociationPeer;
import org.symbolon.dicom.net.AssociationRejection;
import org.symbolon.dicom.net.DicomServer;
import org.symbolon.dicom.net.ServerOptions;
import org.symbolon.model.OrganisationId;
import org.symbolon.receiver.internal.ReceiverAssociation;

/**
 * The data centre's DICOM port: C-ECHO, C-STORE, C-GET (Study Root) and storage commitment, over TLS with client certificates
 * only. An association belongs to the organisation of its certificate and sees nothing of another one's. What C-STORE has
 * acknowledged with 0000 is on disk and indexed. Runs until closed; thread-safe.
 */
public final class DicomReceiver implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DicomReceiver.class);

    private final DicomServer server;

    private DicomReceiver(DicomServer server) {
        this.server = server;
    }

    /**
     * Listens when it returns.
     *
     * @param archive stays the caller's, who closes it after the receiver
     */
    public static DicomReceiver start(ObjectArchive archive, ReceiverOptions options) throws IOException {
        ServerOptions serverOptions = ServerOptions.tls(
                        options.tls(), ServerOptions.ClientCertificates.REQUIRED, options.network())
                .withCalledAeTitles(options.aeTitles());
        return new DicomReceiver(DicomServer.start(
                options.listen(), serverOptions, peer -> open(peer, archive, options.organisations())));
    }

    private static AssociationHandler open(AssociationPeer peer, ObjectArchive archive, Organisations organisations)
            throws AssociationRejection {
        X509Certificate certificate = peer.clientCertificate();
        Optional<OrganisationId> organisation = certificate == null ? Optional.empty() : organisations.of(certificate);
        if (organisation.isEmpty()) {
            LOG.warn("Association from {} rejected: its certificate stands for no organisation", peer.address());
            throw new AssociationRejection(AssociationRejection.Reason.CALLING_AE_TITLE_NOT_RECOGNISED);
        }
        return new ReceiverAssociation(archive, organisation.get());
    }

    /** The port it listens on. */
    public int port() {
        return server.port();
    }

    /** Stops accepting and lets running operations end, up to a timeout. */
    @Override
    public void close() {
        server.close();
    }
}
