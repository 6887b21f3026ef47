package org.symbolon.anonymizer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.symbolon.anonymizer.internal.PasswordOptions;
import org.symbolon.crosswalk.CompactionSummary;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.model.CommandFailure;
import org.symbolon.model.Secret;
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
    @Option(names = "--identity", required = true, paramLabel = "DIR", description = "The crosswalk.")
    @SuppressWarnings("NullAway.Init")
    private Path identity;

    @Option(names = "--keystore", required = true, paramLabel = "K", description = "Its keystore.")
    @SuppressWarnings("NullAway.Init")
    private Path keystore;

    @Option(
            names = "--project",
            paramLabel = "NAME",
            description =
                    "As given to anonymize; saves 16 bytes an instance of that project. May be given several times.")
    private List<String> projects = List.of();

    @Mixin
    private PasswordOptions password = new PasswordOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return CommandFailure.guard(spec.commandLine().getErr(), this::run);
    }

    private int run() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Secret secret = password.read();
                Keystore keys = Keystore.open(keystore, secret);
                Crosswalk crosswalk = Crosswalk.open(identity, keys)) {
            CompactionSummary summary = crosswalk.compact(projects);
            out.printf(
                    "Packed %d halves of %d series into %d blocks; an instance takes %.1f bytes now, indexes aside.%n",
                    summary.halves(),
                    summary.series(),
                    summary.blocks(),
                    crosswalk.info().sealedBytesAnInstance());
        }
        return 0;
    }
}
