package org.symbolon.anonymizer;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code symbolon profiles}: what de-identification does to which attribute. */
@Command(
        name = "profiles",
        mixinStandardHelpOptions = true,
        description = "Lists, checks and shows the profiles of de-identification.",
        subcommands = {ProfilesListCommand.class, ProfilesCheckCommand.class, ProfilesShowCommand.class})
public final class ProfilesCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Say what to do: list, check or show");
    }
}
