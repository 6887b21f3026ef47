package org.symbolon.anonymizer;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.symbolon.deidentification.profile.Profile;
import org.symbolon.deidentification.profile.Profiles;
import org.symbolon.model.SymbolonException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code symbolon profiles check FILE...}: everything that is wrong with profile files, with its lines. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads profile files and says everything that is wrong with them.",
        footer = {"", "Exit code 0: every file is a profile; 78: one is not."})
public final class ProfilesCheckCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "YAML, or lines Name(gggg,eeee)=0|1.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        int exitCode = 0;
        for (Path file : files) {
            try {
                Profile profile = Profiles.load(file);
                spec.commandLine().getOut().println(file + ": ok, profile " + profile.name());
            } catch (SymbolonException e) {
                spec.commandLine().getErr().println(e.getMessage());
                exitCode = e.code().exitCode();
            }
        }
        spec.commandLine().getOut().flush();
        spec.commandLine().getErr().flush();
        return exitCode;
    }
}
