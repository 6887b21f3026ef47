package org.symbolon.dicom.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;

/** Plain servers and requesters of a test on this machine. */
final class LocalServer {
    private LocalServer() {}

    static DicomServer start(AssociationHandler handler) throws IOException {
        return start(handler, NetworkOptions.defaults());
    }

    static DicomServer start(AssociationHandler handler, NetworkOptions options) throws IOException {
        return DicomServer.start(new InetSocketAddress("localhost", 0), ServerOptions.plain(options), peer -> handler);
    }

    static ApplicationEntity entity(DicomServer server) {
        return ApplicationEntity.plain("SCP", new InetSocketAddress("localhost", server.port()));
    }

    static AssociationRequester connect(DicomServer server, ProposedContext... contexts) throws IOException {
        return AssociationRequester.connect(entity(server), "SCU", List.of(contexts), NetworkOptions.defaults());
    }
}
