package org.symbolon.agent.internal.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.symbolon.agent.ArchiveOptions;
import org.symbolon.agent.ArchiveSummary;
import org.symbolon.agent.FileCounts;
import org.symbolon.agent.RejectedFile;
import org.symbolon.agent.internal.control.Messages;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.ProgressLine;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code symbolon agent archive}. */
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        description = "De-identify and send files and folders; waits until the data centre has confirmed them.",
        footer = {
            "",
            "Exit code 0: every file is confirmed. " + "65: some were rejected (see: agent quarantine). "
                    + "75: some are still queued."
        })
public final class ArchiveCommand implements Callable<Integer> {
    private static final int MAX_REJECTED_SHOWN = 50;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Files, and folders with all that is below them.")
    private List<Path> paths = List.of();

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Option(names = "--no-wait", description = "End as soon as everything is de-identified and queued.")
    private boolean noWait;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "Give up waiting when nothing was confirmed for so long; default: ${DEFAULT-VALUE}.")
    private int patienceSeconds;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine terminal = spec.commandLine();
        ArchiveOptions options =
                noWait ? ArchiveOptions.noWait() : new ArchiveOptions(Duration.ofSeconds(patienceSeconds));
        ProgressLine bar = new ProgressLine(terminal.getErr());
        ArchiveSummary summary;
        try (Session session = Session.open(common)) {
            summary = session.operations().archive(paths, options, progress -> {
                if (progress.done() < progress.found()) {
                    bar.count("de-identified", progress.done(), progress.found());
                } else {
                    bar.count("confirmed", progress.confirmed(), progress.found());
                }
            });
        } finally {
            bar.end();
        }
        if (json) {
            terminal.getOut().println(Messages.of(summary));
        } else {
            print(summary, terminal.getOut());
        }
        terminal.getOut().flush();
        return exitCode(summary);
    }

    private int exitCode(ArchiveSummary summary) {
        boolean queued = queued(summary) > 0;
        boolean rejected = !summary.instances().rejected().isEmpty()
                || !summary.documents().rejected().isEmpty();
        if (queued && !noWait) {
            return ErrorCode.OUTCOME_UNKNOWN.exitCode();
        }
        return rejected ? ErrorCode.CORRUPT.exitCode() : 0;
    }

    private static long queued(ArchiveSummary summary) {
        return summary.instances().archived()
                - summary.instances().confirmed()
                + summary.documents().archived()
                - summary.documents().confirmed();
    }

    private static void print(ArchiveSummary summary, PrintWriter out) {
        print("DICOM files", summary.instances(), out);
        print("records and other files", summary.documents(), out);
        long queued = queued(summary);
        if (queued > 0) {
            out.printf(Locale.ROOT, "%,d are queued and not yet confirmed (see: agent status)%n", queued);
        }
    }

    private static void print(String what, FileCounts counts, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s: found %,d, archived %,d, confirmed %,d, rejected %,d%n",
                what,
                counts.found(),
                counts.archived(),
                counts.confirmed(),
                counts.rejected().size());
        for (RejectedFile file :
                counts.rejected().stream().limit(MAX_REJECTED_SHOWN).toList()) {
            out.println("  " + file.code() + "  " + file.file());
        }
        if (counts.rejected().size() > MAX_REJECTED_SHOWN) {
            out.println("  ... (agent quarantine lists all)");
        }
    }
}
