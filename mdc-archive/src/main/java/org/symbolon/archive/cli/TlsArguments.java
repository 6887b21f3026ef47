package org.symbolon.archive.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.Secret;
import org.symbolon.model.TlsSettings;

/**
 * The options {@code -tls -keystore -keystorepw -truststore -truststorepw}. Without {@code -tls} the connection is plain;
 * {@code AES} means TLS 1.2 or 1.3 with certificates on both ends; {@code NULL} and {@code 3DES} are refused, since the first does
 * not encrypt and the second is broken (RFC 9325 section 4.1, NIST SP 800-131A).
 *
 * @param tls null for a plain connection
 * @param warnings for the person at the terminal
 */
public record TlsArguments(@Nullable TlsSettings tls, List<String> warnings) {
    /** The stores and their passwords. */
    public static final String STORES_HELP = """
              -keystore <file>      our certificate and private key, PKCS#12 (or JKS, name ending with .jks)
              -keystorepw <pw>      its password; better: environment variable SYMBOLON_TLS_KEYSTORE_PASSWORD
              -truststore <file>    the certificates we accept from the other side, PKCS#12 or JKS
              -truststorepw <pw>    its password; better: environment variable SYMBOLON_TLS_TRUSTSTORE_PASSWORD
            """;

    /** All options. */
    public static final String HELP = """
              -tls AES              TLS 1.2 or 1.3, certificates on both ends; without -tls the connection is plain.
                                    NULL and 3DES, which older tools offer, are refused
            """ + STORES_HELP;

    /** All options. */
    public static void addTo(Options options) {
        Arguments.with(options, "tls", "NULL|3DES|AES");
        addStoresTo(options);
    }

    /** The stores alone, for a tool that knows no plain connection. */
    public static void addStoresTo(Options options) {
        Arguments.with(options, "keystore", "file");
        Arguments.with(options, "keystorepw", "password");
        Arguments.with(options, "truststore", "file");
        Arguments.with(options, "truststorepw", "password");
    }

    /** Plain or TLS, as {@code -tls} says. */
    public static TlsArguments from(CommandLine line, Map<String, String> environment) {
        List<String> warnings = warnings(line);
        String cipher = line.getOptionValue("tls");
        if (cipher == null) {
            if (line.hasOption("keystore") || line.hasOption("truststore")) {
                warnings.add("without -tls AES the connection is plain and the stores are not used");
            }
            return new TlsArguments(null, warnings);
        }
        switch (cipher.toUpperCase(Locale.ROOT)) {
            case "AES" -> {}
            case "NULL" -> throw Arguments.usage("-tls NULL is refused: it does not encrypt. Use -tls AES");
            case "3DES" -> throw Arguments.usage("-tls 3DES is refused: it is no longer secure. Use -tls AES");
            default -> throw Arguments.usage("-tls is AES (NULL and 3DES are known but refused)");
        }
        return new TlsArguments(settings(line, environment), warnings);
    }

    /** TLS in any case. */
    public static TlsArguments required(CommandLine line, Map<String, String> environment) {
        return new TlsArguments(settings(line, environment), warnings(line));
    }

    private static List<String> warnings(CommandLine line) {
        List<String> warnings = new ArrayList<>();
        if (line.hasOption("keystorepw") || line.hasOption("truststorepw")) {
            warnings.add("passwords on the command line can be seen by every user of this machine;"
                    + " set SYMBOLON_TLS_KEYSTORE_PASSWORD and SYMBOLON_TLS_TRUSTSTORE_PASSWORD instead");
        }
        return warnings;
    }

    private static TlsSettings settings(CommandLine line, Map<String, String> environment) {
        return new TlsSettings(
                store(line, "keystore"),
                password(line, "keystorepw", environment.get("SYMBOLON_TLS_KEYSTORE_PASSWORD")),
                store(line, "truststore"),
                password(line, "truststorepw", environment.get("SYMBOLON_TLS_TRUSTSTORE_PASSWORD")));
    }

    private static Path store(CommandLine line, String option) {
        String name = line.getOptionValue(option);
        if (name == null) {
            throw Arguments.usage("TLS needs -" + option);
        }
        // Older tools wrote resource:tls/store.p12 or file:store.p12
        String path = name.replaceFirst("^(resource|file):(//)?", "");
        return Path.of(path);
    }

    private static Secret password(CommandLine line, String option, @Nullable String fromEnvironment) {
        String given = line.getOptionValue(option);
        if (given == null) {
            given = fromEnvironment;
        }
        if (given == null) {
            throw Arguments.usage("TLS needs -" + option + " or its environment variable");
        }
        return Secret.of(given);
    }
}
