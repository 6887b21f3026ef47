package org.symbolon.dicom.net.internal;

import io.netty.handler.ssl.SslHandler;
import java.net.InetSocketAddress;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.NetworkOptions.HostnameCheck;
import org.symbolon.dicom.net.ServerOptions.ClientCertificates;
import org.symbolon.dicom.net.TlsProfile;

/** TLS engines for either side, as a {@link TlsProfile} says. */
final class Tls {
    private Tls() {}

    static SslHandler client(SSLContext context, InetSocketAddress server, NetworkOptions options) {
        SSLEngine engine = context.createSSLEngine(server.getHostString(), server.getPort());
        engine.setUseClientMode(true);
        SSLParameters parameters = parameters(engine, options.tlsProfile());
        if (options.hostnameCheck() == HostnameCheck.REQUIRED) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        return handler(engine, parameters, options.associationTimeout());
    }

    static SslHandler server(SSLContext context, ClientCertificates certificates, NetworkOptions options) {
        SSLEngine engine = context.createSSLEngine();
        engine.setUseClientMode(false);
        SSLParameters parameters = parameters(engine, options.tlsProfile());
        switch (certificates) { // each setter undoes the other
            case NOT_ASKED -> parameters.setNeedClientAuth(false);
            case OPTIONAL -> parameters.setWantClientAuth(true);
            case REQUIRED -> parameters.setNeedClientAuth(true);
        }
        return handler(engine, parameters, options.associationTimeout());
    }

    private static SSLParameters parameters(SSLEngine engine, TlsProfile profile) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setProtocols(profile.protocols().toArray(String[]::new));
        Set<String> supported = Set.of(engine.getSupportedCipherSuites());
        parameters.setCipherSuites(
                profile.cipherSuites().stream().filter(supported::contains).toArray(String[]::new));
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
