package org.symbolon.anonymizer.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.Secret;
import picocli.CommandLine.Option;

/** Where the password comes from that a keystore is to have: a file, the environment, or a prompt that asks twice. */
public final class NewPasswordOptions {
    private static final String VARIABLE = "SYMBOLON_NEW_KEYSTORE_PASSWORD";

    @Option(
            names = "--new-password-file",
            paramLabel = "FILE",
            description = "Holds the new password in its first line; else " + VARIABLE + ", else a prompt.")
    private @Nullable Path newPasswordFile;

    /** The password, which the caller closes. */
    public Secret read() throws IOException {
        if (newPasswordFile != null) {
            return Secret.readFile(newPasswordFile);
        }
        String value = System.getenv(VARIABLE);
        return value == null || value.isEmpty() ? PasswordOptions.promptTwice("New password: ") : Secret.of(value);
    }
}
