package org.symbolon.anonymizer;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code symbolon keystore}: the keystore that all pseudonyms come from. */
@Command(
        name = "keystore",
        mixinStandardHelpOptions = true,
        description = "Makes and looks after keystores.",
        subcommands = {
            KeystoreCreateCommand.class,
            KeystoreInfoCommand.class,
            KeystorePasswordCommand.class,
            KeystoreRotateCommand.class,
            KeystoreSplitCommand.class,
            KeystoreRestoreCommand.class
        })
public final class KeystoreCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Say what to do: create, info, password, rotate, split, restore");
    }
}
