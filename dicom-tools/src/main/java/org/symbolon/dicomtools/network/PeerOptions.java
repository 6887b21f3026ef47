package org.symbolon.dicomtools.network;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.net.ApplicationEntity;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.NetworkOptions.HostnameCheck;
import org.symbolon.dicom.net.ProposedContext;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options of a command that asks a peer for an association. */
final class PeerOptions {
    static final String DEFAULT_TITLE = "SYMBOLON";

    @Parameters(
            index = "0",
            paramLabel = "PEER",
            description = "Where the peer listens: AE@host:port or host:port (default port: 104).")
    @SuppressWarnings("NullAway.Init")
    private String peer;

    @Option(
            names = "--calling-ae",
            paramLabel = "AE",
            defaultValue = DEFAULT_TITLE,
            description = "Our own AE title (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String callingAeTitle;

    @Option(
            names = "--called-ae",
            paramLabel = "AE",
            description =
                    "The peer's AE title, if it does not stand before the @ (default: " + PeerAddress.ANY_TITLE + ").")
    private @Nullable String calledAeTitle;

    @Option(
            names = "--no-hostname-check",
            description = "With --tls: take any certificate that the truststore vouches for, not only the host's.")
    private boolean noHostnameCheck;

    @Mixin
    NetworkSettings network = new NetworkSettings();

    String callingAeTitle() {
        return PeerAddress.aeTitle(callingAeTitle);
    }

    /** Reads the key stores; so call it once for a command. */
    ApplicationEntity peer() throws IOException {
        PeerAddress address = PeerAddress.parse(peer);
        String title = calledAeTitle == null ? address.aeTitle() : PeerAddress.aeTitle(calledAeTitle);
        return new ApplicationEntity(title, address.socketAddress(), network.tls.context());
    }

    NetworkOptions options() throws IOException {
        return network.options().withHostnameCheck(noHostnameCheck ? HostnameCheck.OFF : HostnameCheck.REQUIRED);
    }

    AssociationRequester connect(List<ProposedContext> contexts) throws IOException {
        try {
            return AssociationRequester.connect(peer(), callingAeTitle(), contexts, options());
        } catch (DicomNetworkException e) {
            throw NetworkFailure.explained(e);
        }
    }
}
