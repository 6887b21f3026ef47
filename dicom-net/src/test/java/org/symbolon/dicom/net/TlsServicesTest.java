package org.symbolon.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.net.DicomNetworkException.Kind;
import org.symbolon.dicom.net.NetworkOptions.HostnameCheck;
import org.symbolon.dicom.net.ServerOptions.ClientCertificates;

class TlsServicesTest extends ServicesContract {
    private static final TestCertificates CERTIFICATES = TestCertificates.instance();

    @Override
    ServerOptions serverOptions(NetworkOptions network) {
        return ServerOptions.tls(CERTIFICATES.server(), ClientCertificates.REQUIRED, network);
    }

    @Override
    @Nullable
    SSLContext clientTls() {
        return CERTIFICATES.client();
    }

    @Test
    void factorySeesTheClientCertificate() throws IOException {
        AtomicReference<@Nullable String> subject = new AtomicReference<>();
        DicomServer server = serve(OPTIONS, peer -> {
            if (peer.clientCertificate() != null) {
                subject.set(peer.clientCertificate().getSubjectX500Principal().getName());
            }
            return new TestHandler();
        });
        try (AssociationRequester scu = connect(server)) {
            assertThat(scu.echo()).isEqualTo(Status.SUCCESS);
        }
        assertThat(subject.get()).contains("CN=client");
    }

    @Test
    void strangerIsRefused() throws IOException {
        DicomServer server = serve(OPTIONS, peer -> new TestHandler());
        assertThatThrownBy(() -> connectWith(server, CERTIFICATES.stranger(), OPTIONS))
                .isInstanceOfSatisfying(DicomNetworkException.class, e -> {
                    assertThat(e.kind()).isIn(Kind.UNREACHABLE, Kind.ABORTED);
                    assertThat(e.sentSomething()).isFalse();
                });
    }

    @Test
    void plainRequesterIsRefused() throws IOException {
        DicomServer server = serve(OPTIONS, peer -> new TestHandler());
        assertThatThrownBy(() -> connectWith(server, null, OPTIONS)).isInstanceOf(DicomNetworkException.class);
    }

    @Test
    void untrustedServerIsUnreachable() throws IOException {
        DicomServer server = serve(OPTIONS, peer -> new TestHandler());
        assertThatThrownBy(() -> connectWith(server, CERTIFICATES.clientOfOtherName(), OPTIONS))
                .isInstanceOfSatisfying(
                        DicomNetworkException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE));
    }

    @Test
    void hostnameIsCheckedWhereAskedFor() throws IOException {
        NetworkOptions checked = OPTIONS.withHostnameCheck(HostnameCheck.REQUIRED);
        DicomServer right = serve(OPTIONS, peer -> new TestHandler());
        connectWith(right, CERTIFICATES.client(), checked).close();
        try (DicomServer wrong = DicomServer.start(
                new InetSocketAddress("localhost", 0),
                ServerOptions.tls(CERTIFICATES.serverOfOtherName(), ClientCertificates.NOT_ASKED, OPTIONS),
                peer -> new TestHandler())) {
            connectWith(wrong, CERTIFICATES.clientOfOtherName(), OPTIONS).close();
            assertThatThrownBy(() -> connectWith(wrong, CERTIFICATES.clientOfOtherName(), checked))
                    .isInstanceOfSatisfying(
                            DicomNetworkException.class,
                            e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE));
        }
    }

    private static AssociationRequester connectWith(
            DicomServer server, @Nullable SSLContext tls, NetworkOptions options) throws IOException {
        return AssociationRequester.connect(
                new InetSocketAddress("localhost", server.port()),
                "SCU",
                "SCP",
                List.of(ProposedContext.asScu(VERIFICATION, IMPLICIT)),
                tls,
                options);
    }
}
