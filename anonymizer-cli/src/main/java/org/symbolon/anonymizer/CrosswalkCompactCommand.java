package org.symbolon.anonymizer;

import java.util.List;
import java.util.concurrent.Callable;
import org.symbolon.anonymizer.internal.CrosswalkOptions;
import org.symbolon.crosswalk.CompactionSummary;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.model.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code symbolon crosswalk compact}; may be killed, and run again. */
@Command(
        name = "compact",
        mixinStandardHelpOptions = true,
        description = "Packs the identity halves of every series; nothing else changes.")
public final class CrosswalkCompactCommand implements Callable<Integer> {
    @Mixin
    private CrosswalkOptions options = new CrosswalkOptions();

    @Option(
            names = "--project",
            paramLabel = "NAME",
            description =
                    "As given to anonymize; saves 16 bytes an instance of that project. May be given several times.")
    private List<String> projects = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return CommandFailure.guard(
                spec.commandLine().getErr(), () -> options.with(Crosswalk::openExisting, this::compact));
    }

    private void compact(Crosswalk crosswalk) {
        CompactionSummary summary = crosswalk.compact(projects);
        spec.commandLine()
                .getOut()
                .printf(
                        "Packed %d halves of %d series into %d blocks; an instance takes %.1f bytes now, indexes aside.%n",
                        summary.halves(),
                        summary.series(),
                        summary.blocks(),
                        crosswalk.info().sealedBytesAnInstance());
    }
}
