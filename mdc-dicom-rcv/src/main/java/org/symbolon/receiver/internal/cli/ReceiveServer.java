package org.symbolon.receiver.internal.cli;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import org.symbolon.archive.cli.Destination;
import org.symbolon.archive.cli.FolderDestination;
import org.symbolon.archive.cli.HdfsDestination;
import org.symbolon.dicom.net.DicomServer;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.ServerOptions;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.TlsSettings;

/** The running server of one {@code dcmrcv} command. */
public final class ReceiveServer implements Closeable {
    private final DicomServer server;
    private final Destination destination;

    private ReceiveServer(DicomServer server, Destination destination) {
        this.server = server;
        this.destination = destination;
    }

    /** Listens when it returns. */
    public static ReceiveServer start(ReceiveArguments arguments) throws IOException {
        TlsSettings tls = arguments.tls().tls();
        ServerOptions options = tls == null
                ? ServerOptions.plain(NetworkOptions.defaults())
                : ServerOptions.tls(
                        tls.sslContext(), ServerOptions.ClientCertificates.REQUIRED, NetworkOptions.defaults());
        String aeTitle = arguments.listen().aeTitle();
        if (aeTitle != null) {
            options = options.withCalledAeTitles(Set.of(aeTitle));
        }
        OrganisationId organisation = arguments.organisation();
        Destination destination;
        ReceiveHandler.Naming naming;
        if (arguments.toHdfs() && organisation != null) {
            destination = new HdfsDestination(URI.create(arguments.destination()), organisation);
            naming = ReceiveHandler.Naming.SERIES_AND_SOP_INSTANCE;
        } else {
            destination = new FolderDestination(Path.of(arguments.destination()));
            naming = ReceiveHandler.Naming.SOP_INSTANCE;
        }
        try {
            return new ReceiveServer(
                    DicomServer.start(
                            arguments.listen().socketAddress(),
                            options,
                            peer -> new ReceiveHandler(destination, naming)),
                    destination);
        } catch (IOException e) {
            destination.close();
            throw e;
        }
    }

    public int port() {
        return server.port();
    }

    /** Lets running operations end first. */
    @Override
    public void close() throws IOException {
        server.close();
        destination.close();
    }
}
