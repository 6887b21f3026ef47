package org.symbolon.anonymizer;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.symbolon.anonymizer.internal.PasswordOptions;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.model.CommandFailure;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code symbolon keystore create FILE}: a new keystore; a file that is there already is never overwritten. */
@Command(name = "create", mixinStandardHelpOptions = true, description = "Makes a new keystore (PKCS#12).")
public final class KeystoreCreateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The keystore to make.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--organisation",
            paramLabel = "NAME",
            defaultValue = "hospital",
            description = "Whose it is: the first part of every archive path; default: ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private String organisation;

    @Mixin
    private PasswordOptions password = new PasswordOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        return CommandFailure.guard(spec.commandLine().getErr(), () -> {
            OrganisationId owner = new OrganisationId(organisation);
            try (Secret secret = password.readNew()) {
                Keystore.create(file, secret, owner).close();
            }
            out.println("Made a keystore for " + owner + ". Keep it and its password safe: without them nothing that is"
                    + " anonymised with it can be personalised.");
            return 0;
        });
    }
}
