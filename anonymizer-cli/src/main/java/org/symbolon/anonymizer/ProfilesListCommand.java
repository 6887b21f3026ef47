package org.symbolon.anonymizer;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.symbolon.deidentification.profile.Profiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code symbolon profiles list}: the profiles that come with Symbolon, one a line. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the profiles that come with Symbolon.")
public final class ProfilesListCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (String name : Profiles.names()) {
            out.printf("%-15s %s%n", name, Profiles.byName(name).description());
        }
        out.flush();
        return 0;
    }
}
