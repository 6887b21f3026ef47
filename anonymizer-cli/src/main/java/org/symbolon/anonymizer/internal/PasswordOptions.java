package org.symbolon.anonymizer.internal;

import java.io.Console;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Secret;
import org.symbolon.model.SymbolonException;
import picocli.CommandLine.Option;

/** Where the keystore password comes from: a file, the environment, or a prompt, in this order. */
public final class PasswordOptions {
    private static final String VARIABLE = "SYMBOLON_KEYSTORE_PASSWORD";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "Holds the keystore password in its first line; else " + VARIABLE + ", else a prompt.")
    private @Nullable Path passwordFile;

    /** The password, which the caller closes. */
    public Secret read() throws IOException {
        if (passwordFile != null) {
            return Secret.readFile(passwordFile);
        }
        String value = System.getenv(VARIABLE);
        return value == null || value.isEmpty() ? prompt("Keystore password: ") : Secret.of(value);
    }

    /** The same for a new keystore: a prompt asks twice. */
    public Secret readNew() throws IOException {
        boolean ask = passwordFile == null && isEmpty(System.getenv(VARIABLE));
        return ask ? promptTwice("Keystore password: ") : read();
    }

    static Secret promptTwice(String question) {
        Secret secret = prompt(question);
        try (Secret again = prompt("The same again: ")) {
            if (!Arrays.equals(secret.copy(), again.copy())) {
                secret.close();
                throw new SymbolonException(ErrorCode.USAGE, "The two passwords are not the same");
            }
        }
        return secret;
    }

    private static boolean isEmpty(@Nullable String value) {
        return value == null || value.isEmpty();
    }

    @SuppressWarnings("SystemConsoleNull") // on JDK 17 there is no console without a terminal
    private static Secret prompt(String question) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s", question);
        if (typed == null) {
            throw new SymbolonException(
                    ErrorCode.USAGE, "No keystore password: give --password-file or set " + VARIABLE);
        }
        try {
            return Secret.of(CharBuffer.wrap(typed));
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
