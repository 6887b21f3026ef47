package org.symbolon.recordreceiver.internal.cli;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.symbolon.archive.cli.Destination;
import org.symbolon.archive.cli.FolderDestination;
import org.symbolon.archive.cli.HdfsDestination;
import org.symbolon.model.OrganisationId;
import org.symbolon.recordreceiver.RecordReceiverOptions;
import org.symbolon.recordreceiver.internal.HttpListener;

/** The running server of one {@code hl7rcv} command. */
public final class ReceiveServer implements Closeable {
    /** Of a local folder, whose names hold no organisation. */
    private static final OrganisationId NOBODY = new OrganisationId("local");

    private final HttpListener listener;
    private final Destination destination;

    private ReceiveServer(HttpListener listener, Destination destination) {
        this.listener = listener;
        this.destination = destination;
    }

    /** Listens when it returns. */
    public static ReceiveServer start(ReceiveArguments arguments) throws IOException {
        OrganisationId organisation = Objects.requireNonNullElse(arguments.organisation(), NOBODY);
        Destination destination = arguments.toHdfs()
                ? new HdfsDestination(URI.create(arguments.destination()), organisation)
                : new FolderDestination(Path.of(arguments.destination()));
        try {
            return new ReceiveServer(
                    HttpListener.start(
                            RecordReceiverOptions.at(arguments.listen()),
                            Objects.requireNonNull(arguments.tls().tls(), "TLS is required")
                                    .sslContext(),
                            new FileOperations(destination, organisation)),
                    destination);
        } catch (IOException | RuntimeException e) {
            destination.close();
            throw e;
        }
    }

    public int port() {
        return listener.address().getPort();
    }

    /** Lets records that arrived whole be written first. */
    @Override
    public void close() throws IOException {
        listener.close();
        destination.close();
    }
}
