package org.symbolon.dicomtools.network;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.net.DicomServer;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.ServerOptions;
import org.symbolon.dicom.net.ServerOptions.ClientCertificates;
import org.symbolon.dicom.net.StoreRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code symbolon dicom receive}: a storage SCP. */
@Command(
        name = "receive",
        mixinStandardHelpOptions = true,
        description = {
            "Receives objects (C-STORE) into a folder, answers C-ECHO and, with --commit, storage commitment.",
            "Runs until SIGTERM or Ctrl-C. An acknowledged object is on disk, whole, under its UID; the same object again"
                    + " changes nothing, another one under the same UID is kept beside it as UID-1.dcm and so on."
        },
        footer = {
            "",
            "Examples:",
            "  symbolon dicom receive --port 11112 --out incoming",
            "  symbolon dicom receive --port 2762 --out incoming --layout study --commit \\",
            "      --tls --keystore own.p12 --keystore-password-file pw --truststore peers.p12",
            "Exit code 0 if every object that came was written."
        })
final class ReceiveCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--port", required = true, paramLabel = "PORT", description = "Where to listen; 0: any free port.")
    private int port;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "Listen on this address only (default: on all).")
    private @Nullable InetAddress bind;

    @Option(
            names = "--ae",
            paramLabel = "AE",
            description = "Answer only to this called AE title; may be given again (default: to any).")
    private List<String> aeTitles = List.of();

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Option(
            names = "--accept",
            paramLabel = "SYNTAX",
            description =
                    "Take objects in this transfer syntax only, UID or keyword such as ExplicitVRLittleEndian; may be"
                            + " given again (default: all of the standard). Nothing is ever transcoded.")
    private List<String> accept = List.of();

    @Option(names = "--commit", description = "Offer storage commitment: confirms objects that are in the folder.")
    private boolean commit;

    @Option(names = "--count", paramLabel = "N", description = "End after N objects.")
    private long count;

    @Option(
            names = "--max-associations",
            paramLabel = "N",
            defaultValue = "256",
            description =
                    "Associations at a time, from one address too; one more is rejected for the time being; default:"
                            + " ${DEFAULT-VALUE}.")
    private int maxAssociations;

    @Option(names = "--no-client-auth", description = "With --tls: take clients without a certificate.")
    private boolean noClientAuth;

    @Option(names = "--json", description = "One JSON object for each object received, on standard output.")
    private boolean json;

    @Mixin
    private NetworkSettings network = new NetworkSettings();

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Reception reception = new Reception(
                folder.open(),
                commit ? Reception.Commitments.OFFERED : Reception.Commitments.NOT_OFFERED,
                count,
                (request, file, number) -> tell(out, request, file));
        List<String> syntaxes =
                accept.stream().map(ReceiveCommand::transferSyntax).toList();
        InetSocketAddress address = bind == null ? new InetSocketAddress(port) : new InetSocketAddress(bind, port);
        try (DicomServer server =
                DicomServer.start(address, options(), peer -> new ReceivingHandler(reception, syntaxes))) {
            if (json) {
                JsonLines.print(out, "listening", server.port());
            } else {
                out.printf(Locale.ROOT, "Listening on port %d%n", server.port());
                out.flush();
            }
            Thread hook = new Thread(server::close, "dicom-receive-shutdown");
            Runtime.getRuntime().addShutdownHook(hook);
            reception.awaitComplete();
            Runtime.getRuntime().removeShutdownHook(hook);
        }
        if (!json) {
            out.printf(Locale.ROOT, "%,d objects received, %,d not%n", reception.received(), reception.failures());
            out.flush();
        }
        return reception.failures() == 0 ? 0 : 1;
    }

    private ServerOptions options() throws IOException {
        NetworkOptions options = limited(network.options());
        SSLContext tls = network.tls.context();
        ClientCertificates certificates = noClientAuth ? ClientCertificates.NOT_ASKED : ClientCertificates.REQUIRED;
        ServerOptions server =
                tls == null ? ServerOptions.plain(options) : ServerOptions.tls(tls, certificates, options);
        Set<String> titles =
                Set.copyOf(aeTitles.stream().map(PeerAddress::aeTitle).toList());
        return titles.isEmpty() ? server : server.withCalledAeTitles(titles);
    }

    private NetworkOptions limited(NetworkOptions options) {
        if (maxAssociations < 1) {
            throw PeerAddress.usage("--max-associations is at least 1");
        }
        return options.withLimits(options.limits()
                .withMaxAssociations(maxAssociations)
                .withMaxAssociationsPerAddress(maxAssociations)
                .withMaxPendingConnections(maxAssociations));
    }

    private void tell(PrintWriter out, StoreRequest request, Path file) {
        if (json) {
            JsonLines.print(
                    out,
                    "sopClassUid",
                    request.sopClassUid(),
                    "sopInstanceUid",
                    request.sopInstanceUid(),
                    "transferSyntax",
                    request.transferSyntax(),
                    "callingAe",
                    request.callingAeTitle(),
                    "file",
                    file.toString());
        }
    }

    private static String transferSyntax(String text) {
        String uid = UidKeywords.find(text);
        if (TransferSyntax.of(uid) == null) {
            throw PeerAddress.usage("--accept takes the UID or keyword of a transfer syntax of PS3.6 annex A");
        }
        return uid;
    }
}
