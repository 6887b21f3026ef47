package org.symbolon.agent;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Secret;
import org.symbolon.model.SymbolonException;
import org.symbolon.model.TlsSettings;

/**
 * TLS whose client trusts every certificate that the trust store vouches for, whatever host it names, as on DICOM's
 * associations. The JDK's HTTP client asks for the check of the host name on every connection, and the JDK makes it within the
 * trust manager: this one validates the chain alone.
 */
final class AnyHostTls {
    private AnyHostTls() {}

    static SSLContext sslContext(TlsSettings settings) {
        char[] password = settings.keyStorePassword().copy();
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(load(settings.keyStore(), settings.keyStorePassword()), password);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(load(settings.trustStore(), settings.trustStorePassword()));
            TrustManager[] managers = trust.getTrustManagers();
            for (int i = 0; i < managers.length; i++) {
                if (managers[i] instanceof X509TrustManager chains) {
                    managers[i] = new ChainOnly(chains);
                }
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), managers, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new SymbolonException(
                    ErrorCode.CONFIGURATION,
                    "The TLS key store or trust store cannot be read: check its path, format (PKCS#12) and password",
                    e);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** The JDK tells PKCS#12 from JKS by the file's content. */
    private static KeyStore load(Path file, Secret secret) throws GeneralSecurityException, IOException {
        char[] password = secret.copy();
        try {
            return KeyStore.getInstance(file.toFile(), password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** Leaves the connection out of the question, and with it the host name; the chain is validated in full. */
    private static final class ChainOnly extends X509ExtendedTrustManager {
        private final X509TrustManager chains;

        ChainOnly(X509TrustManager chains) {
            this.chains = chains;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String keyType) throws CertificateException {
            chains.checkServerTrusted(chain, keyType);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String keyType, Socket socket)
                throws CertificateException {
            chains.checkServerTrusted(chain, keyType);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String keyType, SSLEngine engine)
                throws CertificateException {
            chains.checkServerTrusted(chain, keyType);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String keyType) throws CertificateException {
            chains.checkClientTrusted(chain, keyType);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String keyType, Socket socket)
                throws CertificateException {
            chains.checkClientTrusted(chain, keyType);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String keyType, SSLEngine engine)
                throws CertificateException {
            chains.checkClientTrusted(chain, keyType);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return chains.getAcceptedIssuers();
        }
    }
}
