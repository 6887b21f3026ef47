package org.symbolon.anonymizer;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.symbolon.anonymizer.internal.PasswordOptions;
import org.symbolon.anonymizer.internal.ShareFiles;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.model.CommandFailure;
import org.symbolon.model.Secret;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code symbolon keystore split FILE --out DIR}. */
@Command(
        name = "split",
        mixinStandardHelpOptions = true,
        description = "Writes three shares of the keystore, of which any two give it back.")
public final class KeystoreSplitCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The keystore.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Gets share-1.txt to share-3.txt.")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

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
        PrintWriter out = spec.commandLine().getOut();
        Files.createDirectories(folder);
        try (Secret secret = password.read();
                Keystore keystore = Keystore.open(file, secret)) {
            ShareFiles.write(folder, keystore.split(), keystore.organisation());
        }
        out.println("Wrote three shares into " + folder + ". Print them, or give each to another person, and delete the"
                + " files here: any two of them are as good as the keystore and its password.");
        return 0;
    }
}
