package org.symbolon.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Locale;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * One end of a mutual TLS connection: who we are, and whom we trust. Stores are PKCS#12, or JKS where the name ends with
 * {@code .jks}.
 *
 * @param keyStore our certificate and private key
 * @param keyStorePassword also opens the private key
 * @param trustStore certificates of the authorities we accept
 */
public record TlsSettings(Path keyStore, Secret keyStorePassword, Path trustStore, Secret trustStorePassword) {

    /** Reads both stores now; later changes of the files are not seen. */
    public SSLContext sslContext() {
        try {
            char[] password = keyStorePassword.copy();
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(load(keyStore, keyStorePassword), password);
            Arrays.fill(password, '\0');
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(load(trustStore, trustStorePassword));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION,
                    "The TLS key store or trust store cannot be read: check its path, format (PKCS#12) and password",
                    e);
        }
    }

    private static KeyStore load(Path file, Secret secret) throws GeneralSecurityException, IOException {
        boolean jks = file.toString().toLowerCase(Locale.ROOT).endsWith(".jks");
        KeyStore store = KeyStore.getInstance(jks ? "JKS" : "PKCS12");
        char[] password = secret.copy();
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        } finally {
            Arrays.fill(password, '\0');
        }
        return store;
    }
}
