package org.symbolon.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.dicom.net.Wire.command;
import static org.symbolon.dicom.net.Wire.pdu;
import static org.symbolon.dicom.net.Wire.pdv;
import static org.symbolon.dicom.net.Wire.storeRequest;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.symbolon.dicom.net.DicomNetworkException.Kind;
import org.symbolon.dicom.net.internal.Limits;

/** What one peer, and all of them together, may take of a server. */
@Timeout(60)
class ResourceLimitsTest {
    private static final int MANY = 200;

    private final TestHandler handler = new TestHandler();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private DicomServer serve(NetworkOptions options) throws IOException {
        DicomServer server = DicomServer.start(
                new InetSocketAddress("localhost", 0),
                ServerOptions.plain(options).withShutdownTimeout(Duration.ofSeconds(1)),
                peer -> handler);
        open.add(server);
        return server;
    }

    private AssociationRequester connect(DicomServer server) throws IOException {
        AssociationRequester scu = AssociationRequester.connect(
                new InetSocketAddress("localhost", server.port()),
                "SCU",
                "SCP",
                List.of(
                        ProposedContext.asScu(ServicesContract.VERIFICATION, ServicesContract.IMPLICIT),
                        ProposedContext.asScu(ServicesContract.CT, ServicesContract.EXPLICIT)),
                null,
                NetworkOptions.defaults());
        open.add(0, scu);
        return scu;
    }

    @Test
    void oneAddressHasAsManyAssociationsAsItMayAndNotOneMore() throws IOException {
        NetworkOptions options = NetworkOptions.defaults();
        DicomServer server = serve(options.withLimits(options.limits().withMaxAssociationsPerAddress(2)));
        AssociationRequester first = connect(server);
        connect(server);
        assertThatThrownBy(() -> connect(server))
                .isInstanceOfSatisfying(
                        DicomNetworkException.class, e -> assertThat(e.kind()).isEqualTo(Kind.REJECTED))
                .hasMessageContaining("result 2, source 3, reason 2");
        first.release();
        while (server.associations() > 1) {
            Thread.onSpinWait();
        }
        assertThat(connect(server).echo()).isEqualTo(Status.SUCCESS);
    }

    @Test
    void associationThatLastsTooLongIsAborted() throws Exception {
        NetworkOptions options = NetworkOptions.defaults();
        DicomServer server =
                serve(options.withTimeouts(options.timeouts().withLongestAssociation(Duration.ofMillis(500))));
        try (Wire wire = Wire.associated(server.port())) {
            wire.send(command(1, Wire.echoRequest(1)));
            assertThat(wire.receive().type()).isEqualTo(4);
            assertThat(wire.receiveAbort()).containsExactly(2, 0);
        }
    }

    @Test
    void peerThatSendsOneByteNowAndThenIsCutOff() throws Exception {
        DicomServer server = serve(NetworkOptions.defaults().withIdleTimeout(Duration.ofMillis(400)));
        try (Wire wire = Wire.associated(server.port())) {
            wire.send(command(3, storeRequest(1)));
            CompletableFuture<List<Integer>> end = CompletableFuture.supplyAsync(() -> {
                try {
                    return wire.receiveAbort();
                } catch (IOException e) {
                    return List.of();
                }
            });
            byte[] oneByte = pdu(4, pdv(3, 0, new byte[1]));
            long start = System.nanoTime();
            try {
                while (!end.isDone() && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(20)) {
                    wire.send(oneByte);
                    Thread.sleep(20);
                }
            } catch (SocketException e) {
                assertThat(e).hasMessageMatching(".*(reset|pipe|abort).*"); // cut off while sending
            }
            assertThat(end.get(20, TimeUnit.SECONDS)).isIn(List.of(2, 0), List.of());
        }
        assertThat(handler.stored).isEmpty();
    }

    @Test
    void peerThatNeverReadsIsCutOff() throws Exception {
        DicomServer server = serve(NetworkOptions.defaults().withIdleTimeout(Duration.ofMillis(400)));
        try (Wire wire = Wire.associated(server.port())) {
            byte[] echoes = {};
            for (int i = 0; i < 500; i++) {
                echoes = Wire.concat(echoes, command(1, Wire.echoRequest(1)));
            }
            long start = System.nanoTime();
            while (server.associations() > 0 && System.nanoTime() - start < TimeUnit.SECONDS.toNanos(30)) {
                wire.send(echoes);
            }
        } catch (SocketException e) {
            assertThat(e).hasMessageMatching(".*(reset|pipe|abort).*");
        }
        await(server, 0);
    }

    @Test
    void resetConnectionsLeaveNothingBehind() throws Exception {
        DicomServer server = serve(NetworkOptions.defaults());
        for (int i = 0; i < 20; i++) {
            Wire wire = Wire.associated(server.port());
            wire.send(command(3, storeRequest(1)));
            wire.reset();
        }
        await(server, 0);
        assertThat(connect(server).echo()).isEqualTo(Status.SUCCESS);
    }

    private static void await(DicomServer server, int associations) throws InterruptedException {
        for (int i = 0; i < 1_000 && server.associations() != associations; i++) {
            Thread.sleep(10);
        }
        assertThat(server.associations()).isEqualTo(associations);
    }

    @Test
    void manyAssociationsAtOnceStoreWithLittleMemory() throws Exception {
        NetworkOptions options = NetworkOptions.defaults();
        DicomServer server = serve(options.withLimits(options.limits()
                .withMaxAssociations(MANY)
                .withMaxAssociationsPerAddress(MANY)
                .withMaxPendingConnections(MANY)));
        List<AssociationRequester> all = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            all.add(connect(server));
        }
        assertThat(server.associations()).isEqualTo(MANY);
        byte[] object = new byte[100_000];
        List<CompletableFuture<StoreResponse>> responses = new ArrayList<>();
        for (AssociationRequester scu : all) {
            responses.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return scu.store(
                            ServicesContract.CT, "1.2.3", ServicesContract.EXPLICIT, DataSetSource.ofBytes(object));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (CompletableFuture<StoreResponse> response : responses) {
            assertThat(response.get(30, TimeUnit.SECONDS).isStored()).isTrue();
        }
        assertThat(handler.stored).hasSize(MANY);
        assertThatThrownBy(() -> connect(server)).isInstanceOf(DicomNetworkException.class);
        assertThat((long) MANY * Limits.MAX_QUEUED_BYTES)
                .as("the most that can wait")
                .isLessThan(128L << 20);
    }
}
