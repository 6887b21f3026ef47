package org.symbolon.agent.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.RetrieveQuery;
import org.symbolon.agent.RetrieveSummary;
import org.symbolon.agent.internal.control.Messages;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.ProgressLine;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code symbolon agent retrieve}. */
@Command(
        name = "retrieve",
        mixinStandardHelpOptions = true,
        description = "Fetch, personalise, verify and write originals: images as study/series/SOP.dcm, records as"
                + " records/number_kind.extension.")
public final class RetrieveCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private Query query = new Query();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
    private Path out = Path.of(".");

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    @Mixin
    private CommonOptions common = new CommonOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** One of the ways to say what. */
    static final class Query {
        @Option(names = "--accession", paramLabel = "A", description = "The hospital's accession number.")
        private @Nullable String accession;

        @Option(names = "--study", paramLabel = "UID", description = "The hospital's Study Instance UID.")
        private @Nullable String study;

        @Option(
                names = "--visit",
                paramLabel = "V",
                description = "The hospital's number of a visit: its records and their images.")
        private @Nullable String visit;

        @Option(
                names = "--patient",
                paramLabel = "ID",
                description = "The hospital's patient ID: the whole history, records in order of date.")
        private @Nullable String patient;

        @Option(names = "--all", description = "Everything that this agent has archived.")
        private boolean everything;

        RetrieveQuery query() {
            if (accession != null) {
                return RetrieveQuery.accession(accession);
            }
            if (visit != null) {
                return RetrieveQuery.visit(visit);
            }
            if (patient != null) {
                return RetrieveQuery.patient(patient);
            }
            return everything ? RetrieveQuery.everything() : RetrieveQuery.study(Objects.requireNonNull(study));
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        CommandLine terminal = spec.commandLine();
        ProgressLine bar = new ProgressLine(terminal.getErr());
        RetrieveSummary summary;
        try (Session session = Session.open(common)) {
            summary = session.operations()
                    .retrieve(
                            query.query(),
                            out,
                            progress -> bar.count("restored", progress.restored(), progress.expected()));
        } finally {
            bar.end();
        }
        if (json) {
            terminal.getOut().println(Messages.of(summary));
        } else {
            terminal.getOut()
                    .printf(
                            Locale.ROOT,
                            "%,d of %,d originals are there, identical to what was archived (%,d bytes); textual records"
                                    + " among them: %,d of %,d%n",
                            summary.restored(),
                            summary.expected(),
                            summary.bytes(),
                            summary.restoredDocuments(),
                            summary.expectedDocuments());
            summary.failed().forEach((code, count) -> terminal.getOut().println("  " + code + "  " + count));
        }
        terminal.getOut().flush();
        return summary.complete() ? 0 : ErrorCode.NOT_FOUND.exitCode();
    }
}
