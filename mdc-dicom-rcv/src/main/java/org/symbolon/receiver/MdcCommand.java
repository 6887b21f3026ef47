package org.symbolon.receiver;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code symbolon mdc}: the data centre. */
@Command(
        name = "mdc",
        description = "The data centre: receives, stores and gives back de-identified objects.",
        mixinStandardHelpOptions = true,
        subcommands = MdcStartCommand.class)
public final class MdcCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: start");
    }
}
