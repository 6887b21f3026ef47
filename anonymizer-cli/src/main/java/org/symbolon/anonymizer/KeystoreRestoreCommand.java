package org.symbolon.anonymizer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.symbolon.anonymizer.internal.PasswordOptions;
import org.symbolon.anonymizer.internal.ShareFiles;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.crosswalk.KeystoreShare;
import org.symbolon.model.CommandFailure;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Secret;
import org.symbolon.model.SymbolonException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code symbolon keystore restore FILE --share S --share S}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Makes a keystore anew from two of its shares.")
public final class KeystoreRestoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The keystore to make; one that is there is never overwritten.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(
            names = "--share",
            required = true,
            paramLabel = "S",
            description = "A file with a share, as written by split or typed in; give two.")
    @SuppressWarnings("NullAway.Init")
    private List<Path> shares;

    @Mixin
    private PasswordOptions password = new PasswordOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return CommandFailure.guard(spec.commandLine().getErr(), this::run);
    }

    private int run() throws IOException {
        if (shares.size() != 2) {
            throw new SymbolonException(ErrorCode.USAGE, "Give two shares");
        }
        PrintWriter out = spec.commandLine().getOut();
        KeystoreShare first = ShareFiles.read(shares.get(0));
        KeystoreShare second = ShareFiles.read(shares.get(1));
        try (Secret secret = password.readNew();
                Keystore keystore = Keystore.restore(file, secret, first, second)) {
            out.println("Made the keystore of " + keystore.organisation() + " anew, fingerprint "
                    + keystore.info().fingerprint() + ", with the given password.");
        }
        return 0;
    }
}
