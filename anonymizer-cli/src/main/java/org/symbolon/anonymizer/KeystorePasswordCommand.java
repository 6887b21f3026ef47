package org.symbolon.anonymizer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.symbolon.anonymizer.internal.NewPasswordOptions;
import org.symbolon.anonymizer.internal.PasswordOptions;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.model.CommandFailure;
import org.symbolon.model.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code symbolon keystore password FILE}. */
@Command(name = "password", mixinStandardHelpOptions = true, description = "Gives a keystore another password.")
public final class KeystorePasswordCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The keystore; it is replaced, at once.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private PasswordOptions password = new PasswordOptions();

    @Mixin
    private NewPasswordOptions newPassword = new NewPasswordOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return CommandFailure.guard(spec.commandLine().getErr(), this::run);
    }

    private int run() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Secret old = password.read();
                Secret changed = newPassword.read()) {
            Keystore.changePassword(file, old, changed);
        }
        out.println("Changed the password. Copies of the file keep the old one.");
        return 0;
    }
}
