package org.symbolon.dicomtools.network;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.Cancellation;
import org.symbolon.dicom.net.DicomServer;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.ProposedContext;
import org.symbolon.dicom.net.RetrieveResult;
import org.symbolon.dicom.net.ServerOptions;
import org.symbolon.dicom.net.ServerOptions.ClientCertificates;
import org.symbolon.model.ProgressLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code symbolon dicom move}: has a peer send objects somewhere, or here. */
@Command(
        name = "move",
        mixinStandardHelpOptions = true,
        description = {
            "Has a peer send objects to an AE that it knows (C-MOVE).",
            "With --receive-port and --out this command is that AE: it listens, and writes what comes."
        },
        footer = {
            "",
            "Examples:",
            "  symbolon dicom move ARCHIVE@pacs:11112 --destination WORKSTATION --key StudyInstanceUID=1.2.3",
            "  symbolon dicom move ARCHIVE@pacs:11112 --destination ME --receive-port 11113 --out study \\",
            "      --key StudyInstanceUID=1.2.3",
            "Exit code 0 if all objects were sent, 1 if some were not."
        })
final class MoveCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private PeerOptions peer = new PeerOptions();

    @Mixin
    private QueryOptions query = new QueryOptions();

    @Mixin
    private FolderOptions folder = new FolderOptions();

    @Option(
            names = "--destination",
            required = true,
            paramLabel = "AE",
            description = "AE title that the objects go to, as the peer knows it.")
    @SuppressWarnings("NullAway.Init")
    private String destination;

    @Option(
            names = "--receive-port",
            paramLabel = "PORT",
            description = "Receive the objects here, on this port; needs --out. Uses TLS if --tls is given.")
    private @Nullable Integer receivePort;

    @Option(names = "--json", description = "The result as one JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        query.requireKeys();
        String title = PeerAddress.aeTitle(destination);
        if ((receivePort == null) != (folder.out() == null)) {
            throw PeerAddress.usage("--receive-port and --out belong together");
        }
        if (receivePort == null) {
            return move(title);
        }
        Reception reception =
                new Reception(folder.open(), Reception.Commitments.NOT_OFFERED, 0, (request, file, count) -> {});
        try (DicomServer server = DicomServer.start(
                new InetSocketAddress(receivePort),
                serverOptions(title),
                sender -> new ReceivingHandler(reception, List.of()))) {
            int result = move(title);
            return reception.failures() == 0 ? result : 1;
        }
    }

    private ServerOptions serverOptions(String title) throws IOException {
        NetworkOptions options = peer.network.options();
        SSLContext tls = peer.network.tls.context();
        ServerOptions server = tls == null
                ? ServerOptions.plain(options)
                : ServerOptions.tls(tls, ClientCertificates.REQUIRED, options);
        return server.withCalledAeTitles(Set.of(title));
    }

    private int move(String title) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        DataSet identifier = query.identifier(query.keys());
        String sopClass = query.model().move();
        ProposedContext context =
                ProposedContext.asScu(sopClass, Uids.ExplicitVRLittleEndian, Uids.ImplicitVRLittleEndian);
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        try (AssociationRequester association = peer.connect(List.of(context))) {
            RetrieveResult result = NetworkFailure.explaining(() -> {
                RetrieveResult moved = association.move(sopClass, identifier, title, new Cancellation(), counts -> {
                    long done = (long) counts.completed() + counts.failed() + counts.warnings();
                    progress.count("moved", done, done + counts.remaining());
                });
                association.release();
                return moved;
            });
            progress.end();
            return RetrieveReport.print(out, result, OutputForm.of(json));
        } finally {
            progress.end();
        }
    }
}
