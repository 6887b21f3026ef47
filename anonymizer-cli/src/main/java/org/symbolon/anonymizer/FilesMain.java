package org.symbolon.anonymizer;

import org.symbolon.model.CommandFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The {@code symbolon} command as far as it works on many files. It does what the launcher's does with the same arguments, but a
 * process that cannot do more needs fewer libraries, starts sooner and stays smaller.
 */
@Command(
        name = "symbolon",
        subcommands = {AnonymizeCommand.class, PersonalizeCommand.class})
public final class FilesMain {
    private FilesMain() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new FilesMain())
                .setExecutionExceptionHandler(
                        (exception, command, result) -> CommandFailure.explain(command.getErr(), exception))
                .execute(arguments));
    }
}
