package org.symbolon.anonymizer;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code symbolon crosswalk}: the store of identities. */
@Command(
        name = "crosswalk",
        mixinStandardHelpOptions = true,
        description = "Looks after a crosswalk.",
        subcommands = {CrosswalkCompactCommand.class, CrosswalkInfoCommand.class})
public final class CrosswalkCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: compact, info");
    }
}
