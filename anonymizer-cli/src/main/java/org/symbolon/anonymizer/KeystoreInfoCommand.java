package org.symbolon.anonymizer;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.symbolon.anonymizer.internal.PasswordOptions;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.crosswalk.KeystoreInfo;
import org.symbolon.model.CommandFailure;
import org.symbolon.model.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code symbolon keystore info FILE}. */
@Command(name = "info", mixinStandardHelpOptions = true, description = "Tells what may be told about a keystore.")
public final class KeystoreInfoCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The keystore.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Mixin
    private PasswordOptions password = new PasswordOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return CommandFailure.guard(spec.commandLine().getErr(), this::run);
    }

    private int run() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try (Secret secret = password.read();
                Keystore keystore = Keystore.open(file, secret)) {
            KeystoreInfo info = keystore.info();
            out.println("organisation: " + info.organisation());
            out.println("fingerprint: " + info.fingerprint());
            out.println("wrapping key in use: " + info.wrappingKey());
            if (info.wrappingKeys().size() > 1) {
                out.println("A rotation is not finished (wrapping keys " + info.wrappingKeys()
                        + "): run symbolon keystore rotate again.");
            }
        }
        return 0;
    }
}
