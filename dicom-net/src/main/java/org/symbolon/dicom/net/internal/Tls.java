package org.symbolon.dicom.net.internal;

import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.net.NetworkOptions.HostnameCheck;
import org.symbolon.dicom.net.ServerOptions.ClientCertificates;

/** TLS engines for either side: TLS 1.3 and 1.2, authenticated encryption and forward secrecy only (BCP 195, PS3.15 B.9). */
final class Tls {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final List<String> CIPHER_SUITES = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_DHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_DHE_RSA_WITH_AES_256_GCM_SHA384");

    private Tls() {}

    static SslHandler client(SSLContext context, InetSocketAddress server, HostnameCheck check, Duration timeout) {
        SSLEngine engine = context.createSSLEngine(server.getHostString(), server.getPort());
        engine.setUseClientMode(true);
        SSLParameters parameters = parameters(engine);
        if (check == HostnameCheck.REQUIRED) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        return handler(engine, parameters, timeout);
    }

    static SslHandler server(SSLContext context, ClientCertificates certificates, Duration timeout) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        SSLParameters parameters = parameters(engine);
        parameters.setNeedClientAuth(certificates == ClientCertificates.REQUIRED);
        return handler(engine, parameters, timeout);
    }

    private static SSLParameters parameters(SSLEngine engine) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(PROTOCOLS);
        Set<String> supported = Set.of(engine.getSupportedCipherSuites());
        parameters.setCipherSuites(
                CIPHER_SUITES.stream().filter(supported::contains).toArray(String[]::new));
        return parameters;
    }

    private static SslHandler handler(SSLEngine engine, SSLParameters parameters, Duration timeout) {
        engine.setSSLParameters(parameters);
        SslHandler handler = new SslHandler(engine);
        handler.setHandshakeTimeoutMillis(timeout.toMillis());
        return handler;
    }

    /** The certificate that the peer proved to own; null if there is none. */
    static @Nullable X509Certificate peerCertificate(@Nullable SslHandler handler) {
        if (handler == null) {
            return null;
        }
        try {
            Certificate[] chain = handler.engine().getSession().getPeerCertificates();
            return Arrays.stream(chain)
                    .limit(1)
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .findFirst()
                    .orElse(null);
        } catch (SSLPeerUnverifiedException e) {
            return null; // none was asked for
        }
    }
}
