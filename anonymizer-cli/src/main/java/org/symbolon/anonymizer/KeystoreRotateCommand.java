package org.symbolon.anonymizer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.symbolon.anonymizer.internal.PasswordOptions;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.crosswalk.RotationSummary;
import org.symbolon.model.CommandFailure;
import org.symbolon.model.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code symbolon keystore rotate FILE --identity DIR}. */
@Command(
        name = "rotate",
        mixinStandardHelpOptions = true,
        description = "Puts a new wrapping key in use; pseudonyms and the archive stay as they are.",
        footer = {
            "",
            "No agent and no anonymize may run on the crosswalks meanwhile. If it is cut short, run it again: it goes on",
            "where it was, and until then everything can be read with the keystore as it is."
        })
public final class KeystoreRotateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The keystore; it is replaced, at once.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--identity",
            required = true,
            paramLabel = "DIR",
            description = "A crosswalk of this keystore. Name every one: those left out cannot be read afterwards.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> identity;

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
        try (Secret secret = password.read()) {
            RotationSummary summary = Keystore.rotate(file, secret, identity);
            out.println((summary.resumed() ? "Finished a rotation that was cut short: wrapping key " : "Wrapping key ")
                    + summary.wrappingKey() + " is in use, " + summary.patients() + " patients' keys were wrapped, "
                    + summary.dropped() + " old wrapping keys dropped.");
            out.println(
                    "Copies of the old keystore and its shares do not open the crosswalk any more: back up the file,"
                            + " and split it anew.");
        }
        return 0;
    }
}
