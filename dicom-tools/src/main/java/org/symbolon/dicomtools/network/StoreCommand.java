package org.symbolon.dicomtools.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.net.ApplicationEntity;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.model.ProgressLine;
import org.symbolon.model.SymbolonException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code symbolon dicom store}: sends files. */
@Command(
        name = "store",
        mixinStandardHelpOptions = true,
        description = {
            "Sends files, and all files of folders, to a peer (C-STORE).",
            "Each goes out in the transfer syntax it has. If the peer does not take that, a file with native pixel data is"
                    + " written in explicit or implicit VR little endian on the way; compressed ones are never changed."
        },
        footer = {
            "",
            "Examples:",
            "  symbolon dicom store ARCHIVE@pacs:11112 scan.dcm folder",
            "  symbolon dicom store ARCHIVE@pacs:11112 folder --associations 4 --async 8 --commit",
            "Exit code 0 if every file was stored (and committed, if asked for), 1 if some were not."
        })
final class StoreCommand implements Callable<Integer> {
    private static final int MAX_ASSOCIATIONS = 64;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private PeerOptions peer = new PeerOptions();

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "PATH", description = "Files and folders.")
    private List<Path> paths = List.of();

    @Option(
            names = "--associations",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Send over N associations at a time, 1 to " + MAX_ASSOCIATIONS + " (default: ${DEFAULT-VALUE}).")
    private int associations;

    @Option(names = "--no-transcode", description = "Send every file in the transfer syntax it has, or not at all.")
    private boolean noTranscode;

    @Mixin
    private CommitOptions commit = new CommitOptions();

    @Option(names = "--json", description = "One JSON object for each file, and one with the sums.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (associations < 1 || associations > MAX_ASSOCIATIONS) {
            throw PeerAddress.usage("--associations is 1 to " + MAX_ASSOCIATIONS);
        }
        FileQueue queue = FileQueue.of(paths);
        ProgressLine progress = new ProgressLine(spec.commandLine().getErr());
        StoreReport report = new StoreReport(spec.commandLine().getOut(), OutputForm.of(json), progress, queue.total());
        ApplicationEntity entity = peer.peer();
        NetworkOptions options = peer.options();
        SendingLine.Connector connector =
                contexts -> AssociationRequester.connect(entity, peer.callingAeTitle(), contexts, options);
        @Nullable SymbolonException failure = send(queue, report, connector);
        int exitCode = report.end();
        if (failure != null && queue.left() > 0) {
            spec.commandLine().getErr().printf("symbolon: %,d files were not sent%n", queue.left());
            throw failure;
        }
        return commit.wanted()
                ? Math.max(exitCode, commit.commit(report.stored(), peer, entity, spec, OutputForm.of(json)))
                : exitCode;
    }

    private @Nullable SymbolonException send(FileQueue queue, StoreReport report, SendingLine.Connector connector)
            throws InterruptedException, IOException {
        SendingLine.Encoding encoding = noTranscode ? SendingLine.Encoding.AS_IT_IS : SendingLine.Encoding.MAY_CHANGE;
        ExecutorService threads = Executors.newFixedThreadPool(associations);
        try {
            List<Future<@Nullable SymbolonException>> lines = new ArrayList<>();
            for (int i = 0; i < associations; i++) {
                lines.add(threads.submit(new SendingLine(queue, report, connector, encoding)));
            }
            SymbolonException failure = null;
            for (Future<@Nullable SymbolonException> line : lines) {
                SymbolonException ended = line.get();
                failure = ended == null ? failure : ended;
            }
            return failure;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
