package org.symbolon.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.symbolon.dicom.net.Wire.command;
import static org.symbolon.dicom.net.Wire.concat;
import static org.symbolon.dicom.net.Wire.pdu;
import static org.symbolon.dicom.net.Wire.response;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.symbolon.dicom.net.DicomNetworkException.Kind;

/** What a requester makes of a server that breaks the rules, and whether it says rightly that something was sent. */
@Timeout(60)
class HostileAcceptorTest {
    private static final NetworkOptions OPTIONS = NetworkOptions.defaults()
            .withConnectTimeout(Duration.ofSeconds(5))
            .withAssociationTimeout(Duration.ofMillis(700))
            .withResponseTimeout(Duration.ofMillis(700))
            .withIdleTimeout(Duration.ofMillis(700));

    private ServerSocket listening;
    private CompletableFuture<Void> peer = CompletableFuture.completedFuture(null);

    /** What the server does with its one connection. */
    private interface Script {
        void play(Wire wire) throws Exception;
    }

    @BeforeEach
    void listen() throws IOException {
        listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws Exception {
        peer.get(20, TimeUnit.SECONDS);
        listening.close();
    }

    private void play(Script script) {
        peer = CompletableFuture.runAsync(() -> {
            try (Wire wire = new Wire(listening.accept())) {
                script.play(wire);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Accepts the association, then plays. */
    private void associateThen(Script script) {
        play(wire -> {
            assertThat(wire.receive().type()).isEqualTo(1);
            wire.send(accept(16384));
            script.play(wire);
        });
    }

    private static byte[] accept(int maxPduBytes) {
        byte[] items = concat(
                Wire.item(0x10, Wire.ascii(Wire.APPLICATION_CONTEXT)),
                Wire.acceptedContext(1, ServicesContract.IMPLICIT),
                Wire.acceptedContext(3, ServicesContract.IMPLICIT),
                Wire.acceptedContext(5, "1.2.3.4.5"),
                Wire.acceptedContext(7, ServicesContract.IMPLICIT),
                Wire.userInformation(maxPduBytes));
        return pdu(2, Wire.associateBody(1, items));
    }

    private AssociationRequester connect() throws IOException {
        return AssociationRequester.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), listening.getLocalPort()),
                "SCU",
                "SCP",
                List.of(
                        ProposedContext.asScu(ServicesContract.VERIFICATION, ServicesContract.IMPLICIT),
                        ProposedContext.asScu(ServicesContract.CT, ServicesContract.IMPLICIT),
                        ProposedContext.asScu(ServicesContract.MR, ServicesContract.IMPLICIT)),
                null,
                OPTIONS);
    }

    private DicomNetworkException connectFails() {
        return catchThrowableOfType(DicomNetworkException.class, this::connect);
    }

    private DicomNetworkException echoFails() throws IOException {
        try (AssociationRequester scu = connect()) {
            return catchThrowableOfType(DicomNetworkException.class, scu::echo);
        }
    }

    private static void assertFailure(DicomNetworkException e, Kind kind, boolean sentSomething) {
        assertThat(e.kind()).isEqualTo(kind);
        assertThat(e.sentSomething()).isEqualTo(sentSomething);
    }

    @Test
    void nobodyListens() throws IOException {
        listening.close();
        assertFailure(connectFails(), Kind.UNREACHABLE, false);
    }

    @Test
    void silenceInsteadOfAnAnswer() {
        play(wire -> {
            assertThat(wire.receive().type()).isEqualTo(1);
            assertThat(wire.receiveAbort()).containsExactly(0, 0);
        });
        assertFailure(connectFails(), Kind.TIMEOUT, false);
    }

    @Test
    void garbageInsteadOfAnAnswer() {
        play(wire -> {
            wire.receive();
            wire.send(Wire.ascii("SSH-2.0-OpenSSH_9.2\r\n"));
            assertThat(wire.receiveAbort()).containsExactly(2, 1);
        });
        assertFailure(connectFails(), Kind.PROTOCOL, false);
    }

    @Test
    void dataInsteadOfAnAnswer() {
        play(wire -> {
            wire.receive();
            wire.send(command(1, response(0x8030, 1, 0)));
            assertThat(wire.receiveAbort()).containsExactly(2, 2);
        });
        assertFailure(connectFails(), Kind.PROTOCOL, false);
    }

    @Test
    void connectionClosedInsteadOfAnAnswer() {
        play(Wire::receive);
        assertFailure(connectFails(), Kind.ABORTED, false);
    }

    @Test
    void uselesslySmallPdu() {
        play(wire -> {
            wire.receive();
            wire.send(accept(127));
            assertThat(wire.receiveAbort()).containsExactly(2, 6);
        });
        assertFailure(connectFails(), Kind.PROTOCOL, false);
    }

    @Test
    void contextsThatWereNotProposedAreIgnored() throws IOException {
        associateThen(wire -> wire.receiveAbort());
        try (AssociationRequester scu = connect()) {
            assertThat(scu.accepted()).extracting(AcceptedContext::id).containsExactly(1, 3);
        }
    }

    @Test
    void abortInsteadOfAResponse() throws IOException {
        associateThen(wire -> {
            wire.receive();
            wire.send(pdu(7, new byte[] {0, 0, 2, 1}));
        });
        DicomNetworkException e = echoFails();
        assertFailure(e, Kind.ABORTED, true);
        assertThat(e).hasMessageContaining("source 2, reason 1");
    }

    @Test
    void responseToAnotherMessage() throws IOException {
        associateThen(wire -> {
            wire.receive();
            wire.send(command(1, response(0x8030, 99, 0)));
            assertThat(wire.receiveAbort()).containsExactly(2, 0);
        });
        assertFailure(echoFails(), Kind.PROTOCOL, true);
    }

    @Test
    void releaseInsteadOfAResponse() throws IOException {
        associateThen(wire -> {
            wire.receive();
            wire.send(pdu(5, new byte[4]));
            assertThat(wire.receiveAbort()).containsExactly(2, 2);
        });
        assertFailure(echoFails(), Kind.PROTOCOL, true);
    }

    @Test
    void responseLongerThanAnnounced() throws IOException {
        associateThen(wire -> {
            wire.receive();
            wire.send(new byte[] {4, 0, 0x10, 0, 0, 0});
            assertThat(wire.receiveAbort()).containsExactly(2, 6);
        });
        assertFailure(echoFails(), Kind.PROTOCOL, true);
    }

    @Test
    void responseWithoutStatusIsAFailure() throws IOException {
        associateThen(wire -> {
            wire.receive();
            byte[] noStatus = concat(Wire.unsignedShort(0x0100, 0x8030), Wire.unsignedShort(0x0120, 1));
            wire.send(command(1, noStatus));
            wire.receiveAbort();
        });
        try (AssociationRequester scu = connect()) {
            assertThat(scu.echo()).isEqualTo(Status.PROCESSING_FAILURE);
        }
    }

    @Test
    void peerThatDoesNotReadIsGivenUpWithBoundedMemory() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        associateThen(wire -> over.await());
        AtomicLong written = new AtomicLong();
        DataSetSource endless = new DataSetSource() {
            @Override
            public long length() {
                return -1;
            }

            @Override
            public void writeTo(DataSetOutput out) throws IOException {
                byte[] piece = new byte[64 * 1024];
                for (int i = 0; i < 16_000; i++) {
                    out.write(piece);
                    written.addAndGet(piece.length);
                }
            }
        };
        try (AssociationRequester scu = connect()) {
            DicomNetworkException e = catchThrowableOfType(
                    DicomNetworkException.class,
                    () -> scu.store(ServicesContract.CT, "1.2.3", ServicesContract.IMPLICIT, endless));
            assertFailure(e, Kind.TIMEOUT, false);
        } finally {
            over.countDown();
        }
        assertThat(written.get()).as("what sockets buffer and little more").isLessThan(64L << 20);
    }

    @Test
    void connectionLostInTheMiddleOfADataSetMeansNothingWasDone() throws IOException {
        associateThen(wire -> {
            wire.receive();
            wire.receive();
        });
        DataSetSource large = DataSetSource.ofBytes(new byte[50_000_000]);
        try (AssociationRequester scu = connect()) {
            DicomNetworkException e = catchThrowableOfType(
                    DicomNetworkException.class,
                    () -> scu.store(ServicesContract.CT, "1.2.3", ServicesContract.IMPLICIT, large));
            assertFailure(e, Kind.ABORTED, false);
            assertThat(scu.isOpen()).isFalse();
        }
    }

    @Test
    void noAnswerToARelease() throws IOException {
        associateThen(wire -> {
            assertThat(wire.receive().type()).isEqualTo(5);
            assertThat(wire.receiveAbort()).containsExactly(2, 0);
        });
        try (AssociationRequester scu = connect()) {
            DicomNetworkException e = catchThrowableOfType(DicomNetworkException.class, scu::release);
            assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void bothReleaseAtTheSameTime() throws IOException {
        associateThen(wire -> {
            assertThat(wire.receive().type()).isEqualTo(5);
            wire.send(pdu(5, new byte[4]));
            assertThat(wire.receive().type()).isEqualTo(6);
            wire.send(pdu(6, new byte[4]));
            assertThat(wire.closedSilently()).isTrue();
        });
        try (AssociationRequester scu = connect()) {
            scu.release();
        }
    }
}
