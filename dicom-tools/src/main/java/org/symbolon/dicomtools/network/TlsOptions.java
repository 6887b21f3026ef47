package org.symbolon.dicomtools.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.net.TlsProfile;
import org.symbolon.model.Secret;
import org.symbolon.model.TlsSettings;
import picocli.CommandLine.Option;

/** Options for TLS on either side. Passwords come from files or the environment, never from the command line itself. */
final class TlsOptions {
    private static final String PASSWORD_VARIABLE = "SYMBOLON_KEYSTORE_PASSWORD";

    @Option(names = "--tls", description = "Talk over TLS. Needs --keystore and --truststore.")
    boolean tls;

    @Option(
            names = "--keystore",
            paramLabel = "FILE",
            description = "Our certificate and private key: PKCS#12, or JKS if the name ends with .jks.")
    @Nullable
    Path keyStore;

    @Option(
            names = "--keystore-password-file",
            paramLabel = "FILE",
            description = "First line: password of the keystore. Else it is taken from the environment variable "
                    + PASSWORD_VARIABLE + ".")
    @Nullable
    Path keyStorePasswordFile;

    @Option(
            names = "--truststore",
            paramLabel = "FILE",
            description = "Certificates of the authorities or peers we trust: PKCS#12 or .jks.")
    @Nullable
    Path trustStore;

    @Option(
            names = "--truststore-password-file",
            paramLabel = "FILE",
            description = "First line: password of the truststore (default: that of the keystore).")
    @Nullable
    Path trustStorePasswordFile;

    @Option(
            names = "--tls-profile",
            paramLabel = "PROFILE",
            description = "Profile of DICOM PS3.15 B.9 and up: bcp-195-rfc-9325, modified-bcp-195-rfc-9325 or"
                    + " non-downgrading-bcp-195 (default: bcp-195-rfc-9325).")
    @Nullable
    String profile;

    /** Null: plain TCP. */
    @Nullable
    SSLContext context() throws IOException {
        if (!tls) {
            if (keyStore != null || trustStore != null) {
                throw PeerAddress.usage("--keystore and --truststore need --tls");
            }
            return null;
        }
        if (keyStore == null || trustStore == null) {
            throw PeerAddress.usage("--tls needs --keystore and --truststore");
        }
        Secret own = password(keyStorePasswordFile);
        Secret trust = trustStorePasswordFile == null ? own : Secret.readFile(trustStorePasswordFile);
        return new TlsSettings(keyStore, own, trustStore, trust).sslContext();
    }

    private static Secret password(@Nullable Path file) throws IOException {
        if (file != null) {
            return Secret.readFile(file);
        }
        String fromEnvironment = System.getenv(PASSWORD_VARIABLE);
        if (fromEnvironment == null) {
            throw PeerAddress.usage("No keystore password: give --keystore-password-file or set " + PASSWORD_VARIABLE);
        }
        return Secret.of(fromEnvironment);
    }

    TlsProfile tlsProfile() {
        if (profile == null) {
            return TlsProfile.BCP_195_RFC_9325;
        }
        String wanted = profile.toUpperCase(Locale.ROOT).replace('-', '_');
        for (TlsProfile known : TlsProfile.values()) {
            if (known.name().equals(wanted)) {
                return known;
            }
        }
        throw PeerAddress.usage("Unknown TLS profile; see --help");
    }
}
