package org.symbolon.agent.internal.command;

import java.io.Console;
import java.io.IOException;
import java.nio.CharBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.symbolon.agent.AgentSettings;
import org.symbolon.model.Configuration;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Secret;
import org.symbolon.model.SymbolonException;
import picocli.CommandLine.Option;

/** Where the settings of every agent command come from: a file, then options, then {@code -D}. */
final class CommonOptions {
    private static final String PASSWORD_VARIABLE = "SYMBOLON_KEYSTORE_PASSWORD";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings; default: conf/agent.properties of the installation.")
    private @Nullable Path config;

    @Option(names = "--data-dir", paramLabel = "DIR", description = "The agent's data folder (key data.dir).")
    private @Nullable Path dataFolder;

    @Option(names = "--keystore", paramLabel = "FILE", description = "The keystore (key keystore.file).")
    private @Nullable Path keystore;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "First line is the keystore's password; else " + PASSWORD_VARIABLE + ", else a prompt.")
    private @Nullable Path passwordFile;

    @Option(names = "-D", paramLabel = "KEY=VALUE", description = "Overrides one setting; may be repeated.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    Path dataFolder() {
        return Path.of(configuration().required("data.dir"));
    }

    AgentSettings settings() {
        return AgentSettings.from(configuration(), System.getenv());
    }

    private Configuration configuration() {
        Map<String, String> values = new LinkedHashMap<>();
        if (dataFolder != null) {
            values.put("data.dir", dataFolder.toAbsolutePath().toString());
        }
        if (keystore != null) {
            values.put("keystore.file", keystore.toAbsolutePath().toString());
        }
        values.putAll(overrides);
        if (config != null) {
            return Configuration.read(config, values);
        }
        Path standard = Path.of(System.getProperty("symbolon.root", "."), "conf", "agent.properties");
        return Files.exists(standard) ? Configuration.read(standard, values) : Configuration.of(values);
    }

    /** The caller closes it. On Java 22 and later a console may be there without a terminal: then it reads what is piped in. */
    @SuppressWarnings("SystemConsoleNull")
    Secret password(AgentSettings settings) throws IOException {
        Path file = passwordFile == null ? settings.keystorePasswordFile() : passwordFile;
        if (file != null) {
            return Secret.readFile(file);
        }
        Optional<String> fromEnvironment = Optional.ofNullable(System.getenv(PASSWORD_VARIABLE));
        if (fromEnvironment.isPresent()) {
            return Secret.of(fromEnvironment.get());
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("Password of the keystore: ");
        if (typed == null) {
            throw new SymbolonException(
                    ErrorCode.USAGE,
                    "The keystore's password is needed: --password-file, " + PASSWORD_VARIABLE + ", or a terminal");
        }
        try {
            return Secret.of(CharBuffer.wrap(typed));
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
