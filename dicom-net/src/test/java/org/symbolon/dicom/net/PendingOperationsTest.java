package org.symbolon.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.dicom.net.Wire.command;
import static org.symbolon.dicom.net.Wire.concat;
import static org.symbolon.dicom.net.Wire.pdu;
import static org.symbolon.dicom.net.Wire.pdv;
import static org.symbolon.dicom.net.Wire.unsignedShort;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.net.DicomNetworkException.Kind;
import org.symbolon.dicom.net.internal.Limits;

/** What a server does when a peer leaves operations open, cancels one, or sends more than is held in memory. */
@Timeout(60)
class PendingOperationsTest {
    private static final int EXPLICIT_LONG_HEADER_BYTES = 12;
    private static final int PRIVATE_TAG = 0x00091001;

    private final AtomicInteger sent = new AtomicInteger();
    private final TestHandler handler = new TestHandler() {
        @Override
        public ActionResponse action(ActionRequest request) {
            return ActionResponse.successThen(() -> new EventReport(
                    ServicesContract.COMMITMENT, ServicesContract.COMMITMENT_INSTANCE, 1, new DataSet()));
        }

        @Override
        public int get(GetRequest request, GetResponder responder) throws IOException {
            responder.total(10);
            while (!responder.cancelled() && sent.get() < 10) {
                responder.send(
                        ServicesContract.CT,
                        "1.2." + sent.incrementAndGet(),
                        ServicesContract.IMPLICIT,
                        DataSetSource.ofBytes(new byte[100]));
            }
            return Status.SUCCESS;
        }
    };
    private DicomServer server;

    @BeforeEach
    void start() throws IOException {
        server = DicomServer.start(
                new InetSocketAddress("localhost", 0), ServerOptions.plain(NetworkOptions.defaults()), peer -> handler);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Wire associated() throws IOException {
        byte[] contexts = concat(
                Wire.context(1, ServicesContract.COMMITMENT, ServicesContract.IMPLICIT),
                Wire.context(3, ServicesContract.CT, ServicesContract.IMPLICIT),
                Wire.context(5, ServicesContract.STUDY_ROOT_GET, ServicesContract.IMPLICIT));
        byte[] role = concat(
                new byte[] {0, (byte) ServicesContract.CT.length()}, Wire.ascii(ServicesContract.CT), new byte[] {0, 1
                });
        byte[] user = Wire.item(0x50, concat(Wire.item(0x51, new byte[] {0, 0, 0x40, 0}), Wire.item(0x54, role)));
        Wire wire = Wire.connect(server.port());
        wire.send(Wire.associateRequest(1, Wire.APPLICATION_CONTEXT, contexts, user));
        assertThat(wire.receive().type()).isEqualTo(2);
        return wire;
    }

    @Test
    void oneUnansweredEventReportTooManyIsRefused() throws IOException {
        try (Wire wire = associated()) {
            for (int i = 1; i <= Limits.MAX_PENDING_EVENTS; i++) {
                wire.send(action(i));
                assertThat(wire.receive().value()).contains(unsignedShort(0x0900, Status.SUCCESS));
                assertThat(wire.receive().value()).contains(unsignedShort(0x0100, 0x0100));
                wire.receive(); // its data set
            }
            wire.send(action(99));
            assertThat(wire.receive().value()).contains(unsignedShort(0x0900, Status.RESOURCE_LIMITATION));
            wire.send(command(1, Wire.response(0x8100, 1, 0)));
            wire.send(action(100));
            assertThat(wire.receive().value()).contains(unsignedShort(0x0900, Status.SUCCESS));
        }
    }

    private static byte[] action(int messageId) {
        return command(
                1,
                concat(
                        Wire.element(0x0003, Wire.ascii(ServicesContract.COMMITMENT)),
                        Wire.element(0x1001, Wire.ascii(ServicesContract.COMMITMENT_INSTANCE)),
                        unsignedShort(0x0100, 0x0130),
                        unsignedShort(0x0110, messageId),
                        unsignedShort(0x0800, 0x0101),
                        unsignedShort(0x1008, 1)));
    }

    private static byte[] get() {
        byte[] command = concat(
                Wire.element(0x0002, Wire.ascii(ServicesContract.STUDY_ROOT_GET + "\0")),
                unsignedShort(0x0100, 0x0010),
                unsignedShort(0x0110, 1),
                unsignedShort(0x0800, 1));
        return concat(command(5, command), pdu(4, pdv(5, 2, new byte[0])));
    }

    @Test
    void cancelledGetSendsNoMore() throws IOException {
        try (Wire wire = associated()) {
            wire.send(get());
            assertThat(wire.receive().value()).contains(unsignedShort(0x0100, 0x0001));
            wire.receive(); // its data set
            byte[] cancel =
                    concat(unsignedShort(0x0100, 0x0FFF), unsignedShort(0x0120, 1), unsignedShort(0x0800, 0x0101));
            wire.send(concat(command(5, cancel), command(3, Wire.response(0x8001, 1, 0))));
            assertThat(wire.receive().value())
                    .contains(unsignedShort(0x0900, Status.CANCEL))
                    .contains(unsignedShort(0x1020, 9))
                    .contains(unsignedShort(0x1021, 1));
        }
        assertThat(sent).hasValue(1);
    }

    @Test
    void releaseInTheMiddleOfAGetIsNotGranted() throws IOException {
        try (Wire wire = associated()) {
            wire.send(get());
            wire.receive();
            wire.receive();
            wire.send(pdu(5, new byte[4]));
            assertThat(wire.receiveAbort()).containsExactly(2, 2);
        }
    }

    @Test
    void parametersOfMaximumLengthAreTakenAndLongerOnesAreNot() throws IOException {
        assertThat(actionWith(Limits.MAX_PARAMETER_BYTES).status()).isEqualTo(Status.SUCCESS);
        assertThatThrownBy(() -> actionWith(Limits.MAX_PARAMETER_BYTES + 2))
                .isInstanceOfSatisfying(DicomNetworkException.class, e -> {
                    assertThat(e.kind()).isEqualTo(Kind.ABORTED);
                    assertThat(e).hasMessageContaining("source 2, reason 6");
                });
    }

    private ActionResult actionWith(int encodedBytes) throws IOException {
        DataSet information =
                new DataSet().putBytes(PRIVATE_TAG, Vr.OB, new byte[encodedBytes - EXPLICIT_LONG_HEADER_BYTES]);
        try (AssociationRequester scu = AssociationRequester.connect(
                new InetSocketAddress("localhost", server.port()),
                "SCU",
                "SCP",
                List.of(ProposedContext.asScu(ServicesContract.COMMITMENT, ServicesContract.EXPLICIT)),
                null,
                NetworkOptions.defaults())) {
            return scu.action(
                    ServicesContract.COMMITMENT,
                    ServicesContract.COMMITMENT_INSTANCE,
                    1,
                    information,
                    Duration.ofSeconds(10));
        }
    }
}
