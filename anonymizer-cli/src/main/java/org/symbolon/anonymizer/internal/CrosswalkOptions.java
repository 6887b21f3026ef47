package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.model.Secret;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which crosswalk a command is about, and with which keys. */
public final class CrosswalkOptions {
    @Option(names = "--identity", required = true, paramLabel = "DIR", description = "The crosswalk.")
    @SuppressWarnings("NullAway.Init")
    private Path identity;

    @Option(names = "--keystore", required = true, paramLabel = "K", description = "Its keystore.")
    @SuppressWarnings("NullAway.Init")
    private Path keystore;

    @Mixin
    private PasswordOptions password = new PasswordOptions();

    /** {@link Crosswalk#open}, or {@link Crosswalk#openForReading}. */
    @FunctionalInterface
    public interface Opening {
        Crosswalk open(Path folder, Keystore keys) throws IOException;
    }

    /** What is done with it. */
    @FunctionalInterface
    public interface Use {
        void of(Crosswalk crosswalk) throws IOException;
    }

    /** Opens, uses and closes; the exit code of success. */
    public int with(Opening opening, Use use) throws IOException {
        try (Secret secret = password.read();
                Keystore keys = Keystore.open(keystore, secret);
                Crosswalk crosswalk = opening.open(identity, keys)) {
            use.of(crosswalk);
        }
        return 0;
    }
}
