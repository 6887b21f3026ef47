package org.symbolon.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyManagementException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.symbolon.dicom.net.ServerOptions.ClientCertificates;

class ReloadingTlsTest {
    private static final TestCertificates CERTIFICATES = TestCertificates.instance();
    private static final NetworkOptions OPTIONS = NetworkOptions.defaults();

    @TempDir
    Path folder;

    private DicomServer serve(TlsSource tls, ClientCertificates certificates, NetworkOptions options)
            throws IOException {
        return DicomServer.start(
                new InetSocketAddress("localhost", 0),
                ServerOptions.tls(tls, certificates, options),
                peer -> new TestHandler());
    }

    private static AssociationRequester connect(DicomServer server, SSLContext tls, NetworkOptions options)
            throws IOException {
        return AssociationRequester.connect(
                new InetSocketAddress("localhost", server.port()),
                "SCU",
                "SCP",
                List.of(ProposedContext.asScu(ServicesContract.VERIFICATION, ServicesContract.IMPLICIT)),
                tls,
                options);
    }

    /** The file says which certificate the server has. */
    private ReloadingTls reloading(AtomicInteger loads) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("name");
        Files.writeString(file, "server");
        return ReloadingTls.of(
                List.of(file),
                () -> {
                    loads.incrementAndGet();
                    return switch (Files.readString(file)) {
                        case "server" -> CERTIFICATES.server();
                        case "other, as it is called" -> CERTIFICATES.serverOfOtherName();
                        default -> throw new KeyManagementException("broken");
                    };
                },
                Duration.ZERO);
    }

    @Test
    void newAssociationsUseTheNewCertificateAndOldOnesGoOn() throws Exception {
        AtomicInteger loads = new AtomicInteger();
        try (DicomServer server = serve(reloading(loads), ClientCertificates.NOT_ASKED, OPTIONS);
                AssociationRequester old = connect(server, CERTIFICATES.client(), OPTIONS)) {
            connect(server, CERTIFICATES.client(), OPTIONS).close();
            assertThat(loads).hasValue(1);
            Files.writeString(folder.resolve("name"), "other, as it is called");
            assertThatThrownBy(() -> connect(server, CERTIFICATES.client(), OPTIONS))
                    .isInstanceOf(DicomNetworkException.class);
            connect(server, CERTIFICATES.clientOfOtherName(), OPTIONS).close();
            assertThat(loads).hasValue(2);
            assertThat(old.echo()).isEqualTo(Status.SUCCESS);
        }
    }

    @Test
    void brokenFilesLeaveTheOldOnesInUseUntilTheyAreMended() throws Exception {
        AtomicInteger loads = new AtomicInteger();
        ReloadingTls tls = reloading(loads);
        SSLContext before = tls.context();
        Files.writeString(folder.resolve("name"), "half of a file");
        assertThat(tls.context()).isSameAs(before);
        Files.delete(folder.resolve("name"));
        assertThat(tls.context()).isSameAs(before);
        Files.writeString(folder.resolve("name"), "other, as it is called");
        assertThat(tls.context()).isNotSameAs(before);
    }

    @Test
    void secondAssociationResumesTheTlsSession() throws IOException {
        AtomicInteger checks = new AtomicInteger();
        SSLContext client = CERTIFICATES.countingClient(checks);
        try (DicomServer server = serve(TlsSource.of(CERTIFICATES.server()), ClientCertificates.REQUIRED, OPTIONS)) {
            for (int i = 0; i < 3; i++) {
                try (AssociationRequester scu = connect(server, client, OPTIONS)) {
                    assertThat(scu.echo()).isEqualTo(Status.SUCCESS);
                    scu.release();
                }
            }
        }
        assertThat(checks).as("times that the server's certificate was checked").hasValue(1);
    }

    @Test
    void optionalClientCertificateIsSeenIfTheClientHasOneThatIsTrusted() throws IOException {
        List<Boolean> certified = new CopyOnWriteArrayList<>();
        try (DicomServer server = DicomServer.start(
                new InetSocketAddress("localhost", 0),
                ServerOptions.tls(CERTIFICATES.server(), ClientCertificates.OPTIONAL, OPTIONS),
                peer -> {
                    certified.add(peer.clientCertificate() != null);
                    return new TestHandler();
                })) {
            connect(server, CERTIFICATES.client(), OPTIONS).close();
            connect(server, CERTIFICATES.nobody(), OPTIONS).close();
            connect(server, CERTIFICATES.stranger(), OPTIONS).close(); // does not offer what the server would not trust
        }
        assertThat(certified).containsExactly(true, false, false);
    }

    @Test
    void requiredClientCertificateIsRequired() throws IOException {
        try (DicomServer strict = serve(TlsSource.of(CERTIFICATES.server()), ClientCertificates.REQUIRED, OPTIONS)) {
            assertThatThrownBy(() -> connect(strict, CERTIFICATES.nobody(), OPTIONS))
                    .isInstanceOf(DicomNetworkException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TlsProfile.class)
    void profilesTalkToEachOther(TlsProfile profile) throws IOException {
        try (DicomServer server = serve(
                TlsSource.of(CERTIFICATES.server()), ClientCertificates.REQUIRED, OPTIONS.withTlsProfile(profile))) {
            for (TlsProfile other : TlsProfile.values()) {
                connect(server, CERTIFICATES.client(), OPTIONS.withTlsProfile(other))
                        .close();
            }
        }
        assertThat(profile.protocols()).containsExactly("TLSv1.3", "TLSv1.2");
        assertThat(profile.cipherSuites()).allMatch(suite -> suite.contains("_GCM_") || suite.contains("_POLY1305_"));
    }
}
