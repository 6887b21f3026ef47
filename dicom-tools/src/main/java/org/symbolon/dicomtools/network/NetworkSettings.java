package org.symbolon.dicomtools.network;

import java.io.IOException;
import java.time.Duration;
import org.symbolon.dicom.net.AsynchronousOperations;
import org.symbolon.dicom.net.NetworkOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every association, on either side. */
final class NetworkSettings {
    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long to wait for an answer, or for the next data (default: ${DEFAULT-VALUE}).")
    int timeoutSeconds;

    @Option(
            names = "--max-pdu",
            paramLabel = "BYTES",
            defaultValue = "262144",
            description = "Longest PDU to take and to send, 4096 to 16777216 (default: ${DEFAULT-VALUE}).")
    int maxPduBytes;

    @Option(
            names = "--async",
            paramLabel = "N",
            defaultValue = "1",
            description = "Asynchronous operations window: up to N requests unanswered at a time, if the peer grants it"
                    + " (default: ${DEFAULT-VALUE}).")
    int window;

    @Mixin
    TlsOptions tls = new TlsOptions();

    NetworkOptions options() throws IOException {
        if (timeoutSeconds < 1 || window < 1) {
            throw PeerAddress.usage("--timeout and --async are at least 1");
        }
        if (maxPduBytes < NetworkOptions.MIN_PDU_BYTES || maxPduBytes > NetworkOptions.MAX_PDU_BYTES) {
            throw PeerAddress.usage(
                    "--max-pdu is " + NetworkOptions.MIN_PDU_BYTES + " to " + NetworkOptions.MAX_PDU_BYTES);
        }
        Duration timeout = Duration.ofSeconds(timeoutSeconds);
        return NetworkOptions.defaults()
                .withResponseTimeout(timeout)
                .withIdleTimeout(timeout)
                .withMaxPduBytes(maxPduBytes)
                .withAsynchronousOperations(new AsynchronousOperations(window, window))
                .withTlsProfile(tls.tlsProfile());
    }
}
