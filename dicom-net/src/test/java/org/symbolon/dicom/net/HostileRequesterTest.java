package org.symbolon.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.dicom.net.Wire.APPLICATION_CONTEXT;
import static org.symbolon.dicom.net.Wire.ascii;
import static org.symbolon.dicom.net.Wire.associateRequest;
import static org.symbolon.dicom.net.Wire.command;
import static org.symbolon.dicom.net.Wire.concat;
import static org.symbolon.dicom.net.Wire.echoRequest;
import static org.symbolon.dicom.net.Wire.pdu;
import static org.symbolon.dicom.net.Wire.pdv;
import static org.symbolon.dicom.net.Wire.storeRequest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.dicom.net.ServerOptions.ClientCertificates;
import org.symbolon.dicom.net.internal.Limits;

/** Byte-level attacks on a server: each is cut off with the right abort, and an honest peer beside it is served on. */
@Timeout(60)
class HostileRequesterTest {
    private static final int MAX_PDU_BYTES = 16 * 1024;
    private static final NetworkOptions OPTIONS = NetworkOptions.defaults()
            .withMaxPduBytes(MAX_PDU_BYTES)
            .withAssociationTimeout(Duration.ofMillis(1500))
            .withIdleTimeout(Duration.ofMillis(1500))
            .withMaxPendingConnections(3);
    private static final List<Integer> SERVICE_USER = List.of(0, 0);
    private static final List<Integer> NOT_SPECIFIED = List.of(2, 0);
    private static final List<Integer> UNRECOGNISED_PDU = List.of(2, 1);
    private static final List<Integer> UNEXPECTED_PDU = List.of(2, 2);
    private static final List<Integer> INVALID_PARAMETER = List.of(2, 6);

    private final TestHandler handler = new TestHandler();
    private DicomServer server;
    private AssociationRequester honest;

    @BeforeEach
    void start() throws IOException {
        server = DicomServer.start(
                new InetSocketAddress("localhost", 0),
                ServerOptions.plain(OPTIONS).withShutdownTimeout(Duration.ofSeconds(1)),
                peer -> handler);
        honest = connectHonest();
    }

    private AssociationRequester connectHonest() throws IOException {
        return AssociationRequester.connect(
                new InetSocketAddress("localhost", server.port()),
                "HONEST",
                "SCP",
                List.of(ProposedContext.asScu(ServicesContract.VERIFICATION, ServicesContract.IMPLICIT)),
                null,
                NetworkOptions.defaults());
    }

    @AfterEach
    void stop() throws IOException {
        assertThat(honestEcho()).isEqualTo(Status.SUCCESS);
        honest.close();
        server.close();
    }

    private int honestEcho() throws IOException {
        try {
            return honest.echo();
        } catch (DicomNetworkException e) {
            honest = connectHonest(); // the test took longer than an idle association may
            return honest.echo();
        }
    }

    private List<Integer> abortAfter(byte[] bytes) throws IOException {
        try (Wire wire = Wire.connect(server.port())) {
            wire.send(bytes);
            return wire.receiveAbort();
        }
    }

    private List<Integer> abortWhenAssociatedAfter(byte[] bytes) throws IOException {
        try (Wire wire = Wire.associated(server.port())) {
            wire.send(bytes);
            return wire.receiveAbort();
        }
    }

    // ---------------------------------------------------------------- before the association

    @Test
    void garbage() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        noise[0] = 'G';
        assertThat(abortAfter(noise)).isEqualTo(SERVICE_USER);
        assertThat(abortAfter(ascii("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")))
                .isEqualTo(SERVICE_USER);
    }

    @Test
    void dataBeforeTheAssociation() throws IOException {
        assertThat(abortAfter(command(1, echoRequest(1)))).isEqualTo(SERVICE_USER);
    }

    @Test
    void endlessAssociateRequest() throws IOException {
        assertThat(abortAfter(new byte[] {1, 0, -1, -1, -1, -1})).isEqualTo(SERVICE_USER);
    }

    @Test
    void itemLongerThanThePdu() throws IOException {
        byte[] item = {0x20, 0, 0x7F, 0, 1, 0, 0, 0};
        assertThat(abortAfter(associateRequest(APPLICATION_CONTEXT, item))).isEqualTo(SERVICE_USER);
    }

    @Test
    void itemLongerThanTheItemAroundIt() throws IOException {
        byte[] nested = {1, 0, 0, 0, 0x30, 0, 0x7F, 0};
        assertThat(abortAfter(associateRequest(APPLICATION_CONTEXT, Wire.item(0x20, nested))))
                .isEqualTo(SERVICE_USER);
        byte[] user = Wire.item(0x50, new byte[] {0x51, 0, 0, 100, 1});
        assertThat(abortAfter(associateRequest(1, APPLICATION_CONTEXT, Wire.defaultContexts(), user)))
                .isEqualTo(SERVICE_USER);
    }

    @Test
    void everyContextThereCanBeAndOneMore() throws IOException {
        byte[] contexts = {};
        for (int i = 0; i < Limits.MAX_CONTEXTS; i++) {
            contexts = concat(contexts, Wire.context(2 * i + 1, ServicesContract.CT, ServicesContract.IMPLICIT));
        }
        try (Wire wire = Wire.connect(server.port())) {
            wire.send(associateRequest(APPLICATION_CONTEXT, contexts));
            assertThat(wire.receive().type()).isEqualTo(2);
        }
        byte[] oneMore = concat(contexts, Wire.context(1, ServicesContract.CT, ServicesContract.IMPLICIT));
        assertThat(abortAfter(associateRequest(APPLICATION_CONTEXT, oneMore))).isEqualTo(SERVICE_USER);
    }

    @Test
    void wrongVersionAndWrongApplicationContextAreRejected() throws IOException {
        try (Wire wire = Wire.connect(server.port())) {
            wire.send(associateRequest("1.2.3", Wire.defaultContexts()));
            Wire.Pdu rejection = wire.receive();
            assertThat(rejection.type()).isEqualTo(3);
            assertThat(rejection.body()).containsExactly(0, 1, 1, 2);
        }
        try (Wire wire = Wire.connect(server.port())) {
            wire.send(associateRequest(2, APPLICATION_CONTEXT, Wire.defaultContexts(), Wire.userInformation(16384)));
            assertThat(wire.receive().body()).containsExactly(0, 1, 2, 2);
        }
    }

    @Test
    void uselesslySmallPdu() throws IOException {
        assertThat(abortAfter(
                        associateRequest(1, APPLICATION_CONTEXT, Wire.defaultContexts(), Wire.userInformation(127))))
                .isEqualTo(INVALID_PARAMETER);
    }

    @Test
    void slowAssociateRequestIsCutOff() throws Exception {
        byte[] request = associateRequest(APPLICATION_CONTEXT, Wire.defaultContexts());
        try (Wire wire = Wire.connect(server.port())) {
            assertThat(drip(wire, request, 20)).isLessThan(request.length);
        }
    }

    /** How many bytes the peer took before it closed. */
    private static int drip(Wire wire, byte[] bytes, long pauseMillis) throws Exception {
        CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(() -> {
            try {
                while (wire.in().read() >= 0) {
                    // an abort may come first
                }
            } catch (IOException e) {
                return true;
            }
            return true;
        });
        int sent = 0;
        try {
            while (sent < bytes.length && !closed.isDone()) {
                wire.out().write(bytes[sent]);
                sent++;
                Thread.sleep(pauseMillis);
            }
        } catch (SocketException e) {
            return sent;
        }
        return sent;
    }

    @Test
    void silentTlsHandshakeIsCutOff() throws IOException {
        TestCertificates certificates = TestCertificates.instance();
        try (DicomServer tls = DicomServer.start(
                        new InetSocketAddress("localhost", 0),
                        ServerOptions.tls(certificates.server(), ClientCertificates.REQUIRED, OPTIONS),
                        peer -> handler);
                Wire silent = Wire.connect(tls.port());
                Wire begun = Wire.connect(tls.port())) {
            begun.send(new byte[] {0x16, 3, 1, 2, 0, 1});
            assertThat(silent.closedSilently()).isTrue();
            while (begun.in().read() >= 0) {
                // a TLS alert may come first
            }
        }
    }

    @Test
    void floodOfSilentConnectionsThrowsOutItself() throws IOException {
        NetworkOptions patient = NetworkOptions.defaults().withMaxPendingConnections(3);
        List<Wire> flood = new ArrayList<>();
        try (DicomServer small = DicomServer.start(
                new InetSocketAddress("localhost", 0), ServerOptions.plain(patient), peer -> handler)) {
            for (int i = 0; i < 50; i++) {
                flood.add(Wire.connect(small.port()));
            }
            try (Wire asking = Wire.associated(small.port())) {
                asking.send(command(1, echoRequest(1)));
                assertThat(asking.receive().type()).isEqualTo(4);
            }
        } finally {
            for (Wire wire : flood) {
                wire.close();
            }
        }
    }

    // ---------------------------------------------------------------- in the association

    @Test
    void echoOfTheWireWorksAtAll() throws IOException {
        try (Wire wire = Wire.associated(server.port())) {
            wire.send(command(1, echoRequest(7)));
            Wire.Pdu response = wire.receive();
            assertThat(response.type()).isEqualTo(4);
            assertThat(response.value())
                    .contains(Wire.unsignedShort(0x0120, 7))
                    .contains(Wire.unsignedShort(0x0900, 0));
            assertThat(response.value()).startsWith(0, 0, 0, 0, 4, 0, 0, 0, response.value().length - 12, 0, 0, 0);
            wire.send(pdu(5, new byte[4]));
            assertThat(wire.receive().type()).isEqualTo(6);
            assertThat(wire.closedSilently()).isTrue();
        }
    }

    @Test
    void commandInFragmentsOfOneByteInOnePdu() throws IOException {
        byte[] request = echoRequest(1);
        byte[] pdvs = {};
        for (int i = 0; i < request.length; i++) {
            pdvs = concat(pdvs, pdv(1, i == request.length - 1 ? 3 : 1, new byte[] {request[i]}));
        }
        try (Wire wire = Wire.associated(server.port())) {
            wire.send(pdu(4, pdvs));
            assertThat(wire.receive().type()).isEqualTo(4);
        }
    }

    @Test
    void unknownPduType() throws IOException {
        assertThat(abortWhenAssociatedAfter(pdu(99, new byte[4]))).isEqualTo(UNRECOGNISED_PDU);
    }

    @Test
    void secondAssociateRequest() throws IOException {
        assertThat(abortWhenAssociatedAfter(associateRequest(APPLICATION_CONTEXT, Wire.defaultContexts())))
                .isEqualTo(UNEXPECTED_PDU);
    }

    @Test
    void pduOfMaximumLengthIsTakenAndOneByteMoreIsNot() throws IOException {
        byte[] data = new byte[MAX_PDU_BYTES - 6];
        try (Wire wire = Wire.associated(server.port())) {
            wire.send(command(3, storeRequest(1)));
            wire.send(pdu(4, pdv(3, 2, data)));
            assertThat(wire.receive().value()).contains(Wire.unsignedShort(0x0900, 0));
        }
        assertThat(handler.stored.remove().dataSet()).hasSize(data.length);
        byte[] oneMore = new byte[MAX_PDU_BYTES - 5];
        assertThat(abortWhenAssociatedAfter(concat(command(3, storeRequest(1)), pdu(4, pdv(3, 2, oneMore)))))
                .isEqualTo(INVALID_PARAMETER);
    }

    @Test
    void endlessDataPdu() throws IOException {
        assertThat(abortWhenAssociatedAfter(new byte[] {4, 0, -1, -1, -1, -1})).isEqualTo(INVALID_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 97, 0x7FFFFFFF, -1})
    void valueOfLengthThatCannotBe(int length) throws IOException {
        byte[] body = new byte[100];
        ByteBuffer.wrap(body).putInt(length).put((byte) 1).put((byte) 3);
        assertThat(abortWhenAssociatedAfter(pdu(4, body))).isEqualTo(INVALID_PARAMETER);
    }

    @Test
    void emptyDataPduAndTrailingBytes() throws IOException {
        assertThat(abortWhenAssociatedAfter(pdu(4, new byte[0]))).isEqualTo(INVALID_PARAMETER);
        assertThat(abortWhenAssociatedAfter(pdu(4, concat(pdv(1, 3, echoRequest(1)), new byte[3]))))
                .isEqualTo(INVALID_PARAMETER);
    }

    @Test
    void emptyValuesWithoutEnd() throws IOException {
        byte[] empty = pdu(4, pdv(1, 1, new byte[0]));
        byte[] allowed = {};
        for (int i = 0; i < Limits.MAX_EMPTY_PDVS; i++) {
            allowed = concat(allowed, empty);
        }
        try (Wire wire = Wire.associated(server.port())) {
            wire.send(allowed);
            wire.send(command(1, echoRequest(1)));
            assertThat(wire.receive().type()).isEqualTo(4);
        }
        assertThat(abortWhenAssociatedAfter(concat(allowed, empty))).isEqualTo(INVALID_PARAMETER);
    }

    @Test
    void contextThatWasNotAccepted() throws IOException {
        assertThat(abortWhenAssociatedAfter(command(5, echoRequest(1)))).isEqualTo(INVALID_PARAMETER);
    }

    @Test
    void dataWhereACommandBelongsAndTheOtherWayRound() throws IOException {
        assertThat(abortWhenAssociatedAfter(pdu(4, pdv(3, 2, new byte[10])))).isEqualTo(UNEXPECTED_PDU);
        assertThat(abortWhenAssociatedAfter(concat(command(3, storeRequest(1)), command(1, echoRequest(2)))))
                .isEqualTo(UNEXPECTED_PDU);
        assertThat(abortWhenAssociatedAfter(concat(command(3, storeRequest(1)), pdu(4, pdv(1, 2, new byte[4])))))
                .isEqualTo(UNEXPECTED_PDU);
        assertThat(abortWhenAssociatedAfter(concat(command(3, storeRequest(1)), pdu(5, new byte[4]))))
                .isEqualTo(UNEXPECTED_PDU);
    }

    @Test
    void commandSetOfMaximumLengthIsTakenAndOneByteMoreIsNot() throws IOException {
        byte[] echo = echoRequest(1);
        byte[] filler = Wire.element(0x5555, new byte[Limits.MAX_COMMAND_BYTES - echo.length - 8]);
        try (Wire wire = Wire.associated(server.port())) {
            sendInPieces(wire, concat(echo, filler));
            assertThat(wire.receive().type()).isEqualTo(4);
        }
        try (Wire wire = Wire.associated(server.port())) {
            sendInPieces(wire, concat(echo, filler, new byte[1]));
            assertThat(wire.receiveAbort()).isEqualTo(INVALID_PARAMETER);
        }
    }

    private static void sendInPieces(Wire wire, byte[] commandSet) throws IOException {
        int piece = 10_000;
        for (int i = 0; i < commandSet.length; i += piece) {
            int end = Math.min(commandSet.length, i + piece);
            byte[] part = Arrays.copyOfRange(commandSet, i, end);
            wire.send(pdu(4, pdv(1, end == commandSet.length ? 3 : 1, part)));
        }
    }

    @Test
    void commandSetWhoseElementsLie() throws IOException {
        byte[] lie = concat(echoRequest(1), new byte[] {0, 0, 2, 0, -1, -1, -1, -1});
        assertThat(abortWhenAssociatedAfter(command(1, lie))).isEqualTo(INVALID_PARAMETER);
        byte[] otherGroup = concat(echoRequest(1), new byte[] {8, 0, 2, 0, 0, 0, 0, 0});
        assertThat(abortWhenAssociatedAfter(command(1, otherGroup))).isEqualTo(INVALID_PARAMETER);
        assertThat(abortWhenAssociatedAfter(command(1, new byte[0]))).isEqualTo(INVALID_PARAMETER);
    }

    @Test
    void unknownOperationIsRefusedAndUnaskedAnswersAreNot() throws IOException {
        try (Wire wire = Wire.associated(server.port())) {
            byte[] unknown = concat(
                    Wire.unsignedShort(0x0100, 0x0777), Wire.unsignedShort(0x0110, 1), Wire.unsignedShort(0x0800, 1));
            wire.send(concat(command(1, unknown), pdu(4, pdv(1, 2, new byte[100]))));
            assertThat(wire.receive().value()).contains(Wire.unsignedShort(0x0900, 0x0211));
            wire.send(command(1, Wire.response(0x8030, 1, 0)));
            assertThat(wire.receiveAbort()).isEqualTo(NOT_SPECIFIED);
        }
    }

    @Test
    void storeWithoutDataSetOrWithAnotherClassIsRefused() throws IOException {
        try (Wire wire = Wire.associated(server.port())) {
            byte[] noDataSet = concat(storeRequest(1), Wire.unsignedShort(0x0800, 0x0101));
            wire.send(command(3, noDataSet));
            assertThat(wire.receive().value()).contains(Wire.unsignedShort(0x0900, 0xC000));
            wire.send(concat(command(1, storeRequest(2)), pdu(4, pdv(1, 2, new byte[4]))));
            assertThat(wire.receive().value()).contains(Wire.unsignedShort(0x0900, 0x0122));
            byte[] noInstance = concat(storeRequest(3), Wire.element(0x1000, new byte[0]));
            wire.send(concat(command(3, noInstance), pdu(4, pdv(3, 2, new byte[4]))));
            assertThat(wire.receive().value()).contains(Wire.unsignedShort(0x0900, 0x0120));
        }
        assertThat(handler.stored).isEmpty();
    }

    @Test
    void slowPduIsCutOff() throws Exception {
        byte[] pdu = pdu(4, pdv(3, 2, new byte[1000]));
        try (Wire wire = Wire.associated(server.port())) {
            wire.send(command(3, storeRequest(1)));
            assertThat(drip(wire, pdu, 10)).isLessThan(pdu.length);
        }
    }

    @Test
    void silenceIsCutOff() throws IOException {
        try (Wire wire = Wire.associated(server.port())) {
            assertThat(wire.receiveAbort()).isEqualTo(NOT_SPECIFIED);
        }
        try (Wire wire = Wire.associated(server.port())) {
            wire.send(concat(command(3, storeRequest(1)), pdu(4, pdv(3, 0, new byte[100]))));
            assertThat(wire.receiveAbort()).isEqualTo(NOT_SPECIFIED);
        }
        assertThat(handler.stored).isEmpty();
    }

    @Test
    void senderIsHeldBackWhileTheHandlerDoesNotRead() throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        try (DicomServer slow = DicomServer.start(
                        new InetSocketAddress("localhost", 0), ServerOptions.plain(OPTIONS), peer -> new TestHandler() {
                            @Override
                            public StoreResponse store(StoreRequest request, InputStream dataSet) throws IOException {
                                ServicesContract.awaitQuietly(read, 30_000);
                                return new StoreResponse(0, "" + dataSet.skip(Long.MAX_VALUE));
                            }
                        });
                Wire wire = Wire.associated(slow.port())) {
            wire.send(command(3, storeRequest(1)));
            byte[] piece = pdu(4, pdv(3, 0, new byte[MAX_PDU_BYTES - 6]));
            int pieces = 4_000;
            AtomicLong sent = new AtomicLong();
            CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> {
                try {
                    for (int i = 0; i < pieces; i++) {
                        wire.send(piece);
                        sent.addAndGet(piece.length);
                    }
                    wire.send(pdu(4, pdv(3, 2, new byte[0])));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            awaitStandstill(sent);
            assertThat(sent.get()).isLessThan(pieces * (long) piece.length / 2);
            assertThat(sender).isNotDone();
            read.countDown();
            sender.get(30, TimeUnit.SECONDS);
            String comment = String.valueOf(pieces * (MAX_PDU_BYTES - 6L));
            assertThat(new String(wire.receive().value(), StandardCharsets.US_ASCII))
                    .contains(comment);
        }
    }

    private static void awaitStandstill(AtomicLong counter) throws InterruptedException, TimeoutException {
        long before = -1;
        for (int i = 0; i < 100; i++) {
            long now = counter.get();
            if (now == before) {
                return;
            }
            before = now;
            Thread.sleep(300);
        }
        throw new TimeoutException();
    }
}
