package org.symbolon.anonymizer.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.symbolon.anonymizer.internal.FileList;
import org.symbolon.anonymizer.internal.PasswordOptions;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.model.CommandFailure;
import org.symbolon.model.ProgressLine;
import org.symbolon.model.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code symbolon audit}: what is left in de-identified files, for a person to judge. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description =
                "Shows what is left in de-identified files, the doubtful first; with the crosswalk also what was removed, and whether"
                        + " any of it is still there.",
        footer = {
            "",
            "A report holds values of the files: keep it as you would keep them.",
            "Exit code 0: all was read, no limit reached, and no removed value stands in a file of its patient; 1: otherwise."
        })
public final class AuditCommand implements Callable<Integer> {
    private static final int MAX_THREADS = 256;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, and folders with all that is below them.")
    private List<Path> paths = List.of();

    @Option(names = "--html", paramLabel = "FILE", description = "The report as a page (mode 0600).")
    private @Nullable Path html;

    @Option(names = "--json", paramLabel = "FILE", description = "The report as JSON (mode 0600).")
    private @Nullable Path json;

    @Option(names = "--identity", paramLabel = "DIR", description = "The crosswalk of the files; needs --keystore.")
    private @Nullable Path identity;

    @Option(names = "--keystore", paramLabel = "K", description = "The keystore of the crosswalk.")
    private @Nullable Path keystore;

    @Option(
            names = "--values",
            paramLabel = "N",
            defaultValue = "100",
            description = "Distinct values listed for one attribute, at most " + Tally.MAX_VALUES
                    + "; default: ${DEFAULT-VALUE}.")
    private int maxValues = 100;

    @Option(names = "--threads", paramLabel = "N", description = "Files at a time; default: the processors there are.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private PasswordOptions password = new PasswordOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (html == null && json == null) {
            throw new ParameterException(spec.commandLine(), "Say where the report goes: --html, --json or both");
        }
        if ((identity == null) != (keystore == null)) {
            throw new ParameterException(spec.commandLine(), "--identity and --keystore belong together");
        }
        if (maxValues < 1 || maxValues > Tally.MAX_VALUES) {
            throw new ParameterException(spec.commandLine(), "--values is from 1 to " + Tally.MAX_VALUES);
        }
        return CommandFailure.guard(spec.commandLine().getErr(), this::audit);
    }

    private int audit() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        List<Path> files = FileList.of(paths);
        Audit audit = new Audit(files, Math.max(1, Math.min(threads, MAX_THREADS)), new ProgressLine(err));
        AuditReport report = run(audit);
        Path page = html;
        if (page != null) {
            write(page, out -> {
                try (BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                    HtmlReport.write(report, maxValues, writer);
                }
            });
        }
        Path object = json;
        if (object != null) {
            write(object, out -> JsonReport.write(report, maxValues, out));
        }
        return tell(report);
    }

    private AuditReport run(Audit audit) throws IOException {
        Path folder = identity;
        Path key = keystore;
        if (folder == null || key == null) {
            return audit.run(null, Clock.systemUTC());
        }
        try (Secret secret = password.read();
                Keystore keys = Keystore.open(key, secret);
                Crosswalk crosswalk = Crosswalk.openForReading(folder, keys)) {
            return audit.run(crosswalk, Clock.systemUTC());
        }
    }

    /** Numbers only: what was found stands in the report. */
    private int tell(AuditReport report) {
        PrintWriter out = spec.commandLine().getOut();
        long doubtful =
                report.rows().stream().filter(row -> row.risk().score() > 0).count();
        out.printf(
                "%d files, %d not read, %d attributes, %d of them to look at%n",
                report.files(), report.unread().size(), report.rows().size(), doubtful);
        AuditReport.Removed removed = report.removed();
        long leaks = removed == null ? 0 : removed.leaks();
        if (removed != null) {
            out.printf(
                    "%d identity halves, %d removed values sought: %d stand in files of their patient, %d elsewhere%n",
                    removed.halves(),
                    removed.values(),
                    leaks,
                    removed.residuals().size() - leaks);
        }
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        err.println("warning: the report holds values of the files; keep it as you would keep them");
        err.flush();
        return leaks > 0 || !report.unread().isEmpty() || !report.limits().isEmpty() ? 1 : 0;
    }

    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** A temporary file beside it, which only its owner may read, and then the name. */
    private static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("A report needs a file name");
        }
        Path temporary = Files.createTempFile(
                folder,
                ".audit",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (OutputStream out = Files.newOutputStream(temporary)) {
                content.to(out);
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
