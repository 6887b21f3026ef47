package org.symbolon.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.symbolon.model.Configuration;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Secret;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.TlsSettings;

/** Reads the key and trust stores that a configuration names, and their passwords from files or the environment. */
record TlsStores(Configuration configuration, Map<String, String> environment, Path folder) {

    /** What is made of a pair of stores. */
    private interface Making {
        SSLContext make(TlsSettings settings);
    }

    /** Null if the configuration names no stores under the prefix. */
    @Nullable
    SSLContext context(String prefix) {
        return context(prefix, TlsSettings::sslContext);
    }

    /** The same, for a client that does not look at the name in the certificate of its peer. */
    @Nullable
    SSLContext contextForAnyHost(String prefix) {
        return context(prefix, AnyHostTls::sslContext);
    }

    private @Nullable SSLContext context(String prefix, Making making) {
        Optional<String> keyStore = configuration.text(prefix + "keystore");
        Optional<String> trustStore = configuration.text(prefix + "truststore");
        Optional<Secret> keyPassword = password(prefix + "keystore-password");
        Optional<Secret> trustPassword = password(prefix + "truststore-password");
        if (keyStore.isEmpty() && trustStore.isEmpty()) {
            return null;
        }
        if (keyStore.isEmpty() || trustStore.isEmpty() || keyPassword.isEmpty() || trustPassword.isEmpty()) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION,
                    prefix + "keystore, " + prefix + "truststore and the passwords of both belong together");
        }
        try (Secret key = keyPassword.get();
                Secret trust = trustPassword.get()) {
            return making.make(
                    new TlsSettings(folder.resolve(keyStore.get()), key, folder.resolve(trustStore.get()), trust));
        }
    }

    /** Nothing is read, but the keys count as known. Always null. */
    @Nullable
    SSLContext leave(String prefix) {
        for (String key : List.of("keystore", "truststore", "keystore-password-file", "truststore-password-file")) {
            configuration.text(prefix + key);
        }
        return null;
    }

    /** From the file that {@code name-file} names, else from the environment: {@code SYMBOLON_TLS_KEY_STORE_PASSWORD}. */
    private Optional<Secret> password(String name) {
        Optional<String> file = configuration.text(name + "-file");
        if (file.isEmpty()) {
            String variable = "SYMBOLON_" + name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
            return Optional.ofNullable(environment.get(variable)).map(Secret::of);
        }
        try {
            return Optional.of(Secret.readFile(folder.resolve(file.get())));
        } catch (IOException e) {
            throw new SymbolonException(ErrorCode.CONFIGURATION, "The file of " + name + "-file cannot be read", e);
        }
    }
}
