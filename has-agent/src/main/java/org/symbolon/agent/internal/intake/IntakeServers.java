package org.symbolon.agent.internal.intake;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.AgentSettings.IntakeSettings;
import org.symbolon.dicom.net.AssociationHandler;
import org.symbolon.dicom.net.DicomServer;
import org.symbolon.dicom.net.ServerOptions;
import org.symbolon.dicom.net.ServerOptions.ClientCertificates;

/** The listening sockets of the agent, plain and TLS (PS3.15 B.12 for the ports). */
public final class IntakeServers implements AutoCloseable {
    private final Deque<DicomServer> servers = new ArrayDeque<>();
    private @Nullable Integer plainPort;
    private @Nullable Integer tlsPort;

    private IntakeServers() {}

    /** @param handler shared by all associations; thread-safe */
    public static IntakeServers start(IntakeSettings settings, AssociationHandler handler) throws IOException {
        IntakeServers started = new IntakeServers();
        try {
            if (settings.plainPort() != null) {
                ServerOptions plain = ServerOptions.plain(settings.network()).withCalledAeTitles(settings.aeTitles());
                started.plainPort = started.listen(settings.address(), settings.plainPort(), plain, handler);
            }
            if (settings.tls() != null) {
                ClientCertificates certificates =
                        settings.clientCertificates() ? ClientCertificates.REQUIRED : ClientCertificates.NOT_ASKED;
                ServerOptions tls = ServerOptions.tls(settings.tls(), certificates, settings.network())
                        .withCalledAeTitles(settings.aeTitles());
                started.tlsPort = started.listen(settings.address(), settings.tlsPort(), tls, handler);
            }
            return started;
        } catch (IOException | RuntimeException e) {
            started.close();
            throw e;
        }
    }

    private int listen(String address, int port, ServerOptions options, AssociationHandler handler) throws IOException {
        DicomServer server = DicomServer.start(new InetSocketAddress(address, port), options, peer -> handler);
        servers.push(server);
        return server.port();
    }

    /** Null: it does not listen without TLS. */
    public @Nullable Integer plainPort() {
        return plainPort;
    }

    /** Null: it does not listen with TLS. */
    public @Nullable Integer tlsPort() {
        return tlsPort;
    }

    /** Lets objects on their way in arrive, up to a timeout. */
    @Override
    public void close() {
        servers.forEach(DicomServer::close);
    }
}
