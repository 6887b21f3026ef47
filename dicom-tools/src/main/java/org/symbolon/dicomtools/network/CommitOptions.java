package org.symbolon.dicomtools.network;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.net.ApplicationEntity;
import org.symbolon.dicom.net.DicomServer;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.OutgoingObject;
import org.symbolon.dicom.net.ServerOptions;
import org.symbolon.dicom.net.ServerOptions.ClientCertificates;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Options of {@code store} about storage commitment. */
final class CommitOptions {
    @Option(
            names = "--commit",
            description = "Ask the peer afterwards to confirm that it keeps what was stored (storage commitment).")
    private boolean commit;

    @Option(
            names = "--commit-port",
            paramLabel = "PORT",
            description = "Listen here for the confirmation, for peers that send it over an association of their own.")
    private @Nullable Integer port;

    @Option(
            names = "--commit-timeout",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for the confirmation (default: ${DEFAULT-VALUE}).")
    private int timeoutSeconds;

    boolean wanted() {
        return commit;
    }

    /** Returns the exit code. */
    int commit(
            List<OutgoingObject> stored, PeerOptions peer, ApplicationEntity entity, CommandSpec spec, OutputForm form)
            throws IOException, InterruptedException {
        if (stored.isEmpty()) {
            return 0;
        }
        NetworkOptions options = peer.options();
        CommitmentInbox inbox = new CommitmentInbox();
        CommitmentRequest request = new CommitmentRequest(
                entity, peer.callingAeTitle(), options, inbox, Duration.ofSeconds(Math.max(1, timeoutSeconds)));
        CommitmentOutcome outcome;
        if (port == null) {
            outcome = request.run(stored);
        } else {
            SSLContext tls = entity.tls();
            ServerOptions server = tls == null
                    ? ServerOptions.plain(options)
                    : ServerOptions.tls(tls, ClientCertificates.REQUIRED, options);
            try (DicomServer listener =
                    DicomServer.start(new InetSocketAddress(port), server, reporter -> inbox.handler())) {
                outcome = request.run(stored);
                spec.commandLine().getErr().flush();
                listener.close();
            }
        }
        return print(outcome, spec.commandLine().getOut(), form);
    }

    private static int print(CommitmentOutcome outcome, PrintWriter out, OutputForm form) {
        if (form == OutputForm.JSON) {
            JsonLines.print(
                    out,
                    "committed",
                    outcome.committed(),
                    "notCommitted",
                    outcome.failed(),
                    "unanswered",
                    outcome.unanswered());
        } else {
            out.printf(
                    "%,d committed, %,d not, %,d unanswered%n",
                    outcome.committed(), outcome.failed(), outcome.unanswered());
        }
        out.flush();
        return outcome.failed() + outcome.unanswered() == 0 ? 0 : 1;
    }
}
