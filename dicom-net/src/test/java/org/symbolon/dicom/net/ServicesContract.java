package org.symbolon.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.net.DicomNetworkException.Kind;

/** What holds between our requester and our server, with and without TLS. */
@Timeout(60)
abstract class ServicesContract {
    static final String VERIFICATION = "1.2.840.10008.1.1";
    static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    static final String MR = "1.2.840.10008.5.1.4.1.1.4";
    static final String IMPLICIT = "1.2.840.10008.1.2";
    static final String EXPLICIT = "1.2.840.10008.1.2.1";
    static final NetworkOptions OPTIONS = NetworkOptions.defaults().withIdleTimeout(Duration.ofSeconds(20));

    @TempDir
    Path folder;

    private final List<DicomServer> servers = new ArrayList<>();

    abstract ServerOptions serverOptions(NetworkOptions network);

    abstract @Nullable SSLContext clientTls();

    @AfterEach
    void closeServers() {
        servers.forEach(DicomServer::close);
    }

    DicomServer serve(NetworkOptions network, AssociationHandlerFactory factory) throws IOException {
        DicomServer server = DicomServer.start(
                new InetSocketAddress("localhost", 0),
                serverOptions(network).withShutdownTimeout(Duration.ofSeconds(2)),
                factory);
        servers.add(server);
        return server;
    }

    AssociationRequester connect(DicomServer server, NetworkOptions options, ProposedContext... contexts)
            throws IOException {
        return AssociationRequester.connect(
                new InetSocketAddress("localhost", server.port()),
                "SCU",
                "SCP",
                List.of(contexts),
                clientTls(),
                options);
    }

    AssociationRequester connect(DicomServer server) throws IOException {
        return connect(
                server,
                OPTIONS,
                ProposedContext.asScu(VERIFICATION, IMPLICIT),
                ProposedContext.asScu(CT, EXPLICIT),
                ProposedContext.asScu(CT, IMPLICIT));
    }

    static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    @Test
    void echoes() throws IOException {
        DicomServer server = serve(OPTIONS, peer -> new TestHandler());
        try (AssociationRequester scu = connect(server)) {
            assertThat(scu.echo()).isEqualTo(Status.SUCCESS);
            assertThat(scu.echo()).isEqualTo(Status.SUCCESS);
            scu.release();
            assertThat(scu.isOpen()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4096, 262_130, 262_132, 262_134, 524_288, 3_000_001})
    void storesWhatWasSent(int length) throws IOException {
        TestHandler handler = new TestHandler();
        DicomServer server = serve(OPTIONS, peer -> handler);
        byte[] sent = random(length);
        try (AssociationRequester scu = connect(server)) {
            StoreResponse response = scu.store(CT, "1.2.3", EXPLICIT, DataSetSource.ofBytes(sent));
            assertThat(response).isEqualTo(StoreResponse.success());
            scu.release();
        }
        TestHandler.Stored stored = handler.stored.remove();
        assertThat(stored.dataSet()).isEqualTo(sent);
        assertThat(stored.request()).isEqualTo(new StoreRequest(CT, "1.2.3", EXPLICIT, "SCU"));
    }

    @ParameterizedTest
    @ValueSource(ints = {4096, 16384, 131_072})
    void keepsToTheSmallerPduOfBothSides(int maxPduBytes) throws IOException {
        TestHandler handler = new TestHandler();
        DicomServer server = serve(OPTIONS.withMaxPduBytes(maxPduBytes), peer -> handler);
        byte[] sent = random(1_000_000);
        try (AssociationRequester scu = connect(server)) {
            assertThat(scu.store(CT, "1.2.3", EXPLICIT, DataSetSource.ofBytes(sent))
                            .isStored())
                    .isTrue();
        }
        assertThat(handler.stored.remove().dataSet()).isEqualTo(sent);
    }

    @Test
    void sendsAFileBehindItsMetaGroup() throws IOException {
        TestHandler handler = new TestHandler();
        DicomServer server = serve(OPTIONS, peer -> handler);
        byte[] content = random(700_000);
        Path file = Files.write(folder.resolve("file"), content);
        try (AssociationRequester scu = connect(server)) {
            DataSetSource source = DataSetSource.ofFile(file, 300);
            assertThat(source.length()).isEqualTo(content.length - 300);
            assertThat(scu.store(CT, "1.2.3", EXPLICIT, source).isStored()).isTrue();
        }
        assertThat(handler.stored.remove().dataSet()).isEqualTo(Arrays.copyOfRange(content, 300, content.length));
    }

    @Test
    void takesEveryKindOfWrite() throws IOException {
        TestHandler handler = new TestHandler();
        DicomServer server = serve(OPTIONS, peer -> handler);
        byte[] content = random(600_001);
        Path file = Files.write(folder.resolve("file"), content);
        DataSetSource mixed = new DataSetSource() {
            @Override
            public long length() {
                return -1;
            }

            @Override
            public void writeTo(DataSetOutput out) throws IOException {
                out.write(content[0]);
                assertThat(out.write(ByteBuffer.wrap(content, 1, 299_999))).isEqualTo(299_999);
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                    channel.transferTo(300_000, 100_000, out);
                    out.transferFrom(channel, 400_000, 200_000);
                }
                out.write(content, 600_000, 1);
            }
        };
        try (AssociationRequester scu = connect(server)) {
            assertThat(scu.store(CT, "1.2.3", EXPLICIT, mixed).isStored()).isTrue();
        }
        assertThat(handler.stored.remove().dataSet()).isEqualTo(content);
    }

    @Test
    void sendsManyObjectsOnOneAssociation() throws IOException {
        TestHandler handler = new TestHandler();
        DicomServer server = serve(OPTIONS, peer -> handler);
        try (AssociationRequester scu = connect(server)) {
            for (int i = 0; i < 100; i++) {
                scu.store(CT, "1.2." + i, i % 2 == 0 ? EXPLICIT : IMPLICIT, DataSetSource.ofBytes(random(10_000 + i)));
            }
            scu.release();
        }
        assertThat(handler.stored).hasSize(100);
        assertThat(handler.stored)
                .allSatisfy(stored -> assertThat(stored.dataSet()).isEqualTo(random(stored.dataSet().length)));
    }

    @Test
    void serverSkipsWhatTheHandlerLeavesUnread() throws IOException {
        TestHandler handler = new TestHandler() {
            @Override
            public StoreResponse store(StoreRequest request, InputStream dataSet) throws IOException {
                byte[] some = dataSet.readNBytes(10);
                assertThat(some).hasSize(10);
                return new StoreResponse(0xB007, "Only the beginning was wanted");
            }
        };
        DicomServer server = serve(OPTIONS, peer -> handler);
        try (AssociationRequester scu = connect(server)) {
            StoreResponse response = scu.store(CT, "1.2.3", EXPLICIT, DataSetSource.ofBytes(random(2_000_000)));
            assertThat(response).isEqualTo(new StoreResponse(0xB007, "Only the beginning was wanted"));
            assertThat(response.isStored()).isTrue();
            assertThat(scu.echo()).isEqualTo(Status.SUCCESS);
        }
    }

    @Test
    void failingHandlerGivesAStatusAndTheAssociationGoesOn() throws IOException {
        TestHandler handler = new TestHandler() {
            @Override
            public StoreResponse store(StoreRequest request, InputStream dataSet) throws IOException {
                dataSet.read();
                if (request.sopInstanceUid().equals("1.2.1")) {
                    throw new IOException("DOE^JANE is in the way");
                }
                if (request.sopInstanceUid().equals("1.2.2")) {
                    throw new IllegalStateException("DOE^JANE is in the way");
                }
                throw new DicomFormatException(DicomProblem.CORRUPT, "DOE^JANE", 0, 0);
            }
        };
        DicomServer server = serve(OPTIONS, peer -> handler);
        try (AssociationRequester scu = connect(server)) {
            DataSetSource source = DataSetSource.ofBytes(random(1_000_000));
            StoreResponse first = scu.store(CT, "1.2.1", EXPLICIT, source);
            assertThat(first.status()).isEqualTo(0x0110);
            assertThat(first.errorComment()).isNotEmpty().doesNotContain("DOE");
            assertThat(scu.store(CT, "1.2.2", EXPLICIT, source).status()).isEqualTo(0x0110);
            StoreResponse third = scu.store(CT, "1.2.3", EXPLICIT, source);
            assertThat(third.status()).isEqualTo(0xC000);
            assertThat(third.errorComment()).isNotEmpty().doesNotContain("DOE");
            assertThat(scu.echo()).isEqualTo(Status.SUCCESS);
        }
    }

    @Test
    void commentIsCutToWhatTheElementHolds() throws IOException {
        TestHandler handler = new TestHandler() {
            @Override
            public StoreResponse store(StoreRequest request, InputStream dataSet) {
                return new StoreResponse(0xA700, "\u00e9\\" + "x".repeat(100));
            }
        };
        DicomServer server = serve(OPTIONS, peer -> handler);
        try (AssociationRequester scu = connect(server)) {
            StoreResponse response = scu.store(CT, "1.2.3", EXPLICIT, DataSetSource.ofBytes(random(100)));
            assertThat(response).isEqualTo(new StoreResponse(0xA700, "??" + "x".repeat(62)));
        }
    }

    @Test
    void handlerChoosesClassesAndTransferSyntaxes() throws IOException {
        TestHandler handler = new TestHandler() {
            @Override
            public boolean accepts(String abstractSyntax) {
                return !abstractSyntax.equals(MR);
            }

            @Override
            public @Nullable String choose(String abstractSyntax, List<String> proposed) {
                return proposed.contains(EXPLICIT) ? EXPLICIT : null;
            }
        };
        DicomServer server = serve(OPTIONS, peer -> handler);
        try (AssociationRequester scu = connect(
                server,
                OPTIONS,
                ProposedContext.asScu(MR, EXPLICIT),
                ProposedContext.asScu(CT, IMPLICIT),
                ProposedContext.asScu(CT, IMPLICIT, EXPLICIT))) {
            assertThat(scu.accepted()).containsExactly(new AcceptedContext(5, CT, EXPLICIT, true, false));
            assertThat(scu.accepted(CT, EXPLICIT)).isNotNull();
            assertThat(scu.accepted(CT, IMPLICIT)).isNull();
            assertThatThrownBy(() -> scu.store(CT, "1.2.3", IMPLICIT, DataSetSource.ofBytes(new byte[2])))
                    .isInstanceOfSatisfying(DicomNetworkException.class, e -> {
                        assertThat(e.kind()).isEqualTo(Kind.REJECTED);
                        assertThat(e.sentSomething()).isFalse();
                    });
            assertThat(scu.store(CT, "1.2.3", EXPLICIT, DataSetSource.ofBytes(new byte[2]))
                            .isStored())
                    .isTrue();
        }
    }

    @Test
    void factoryTurnsAway() throws IOException {
        DicomServer server = serve(OPTIONS, peer -> {
            assertThat(peer.callingAeTitle()).isEqualTo("SCU");
            assertThat(peer.calledAeTitle()).isEqualTo("SCP");
            throw new AssociationRejection(AssociationRejection.Reason.CALLING_AE_TITLE_NOT_RECOGNISED);
        });
        assertThatThrownBy(() -> connect(server)).isInstanceOfSatisfying(DicomNetworkException.class, e -> {
            assertThat(e.kind()).isEqualTo(Kind.REJECTED);
            assertThat(e.sentSomething()).isFalse();
            assertThat(e).hasMessageContaining("result 1, source 1, reason 3");
        });
    }

    @Test
    void abortInTheMiddleOfADataSetReachesTheHandlerAsAnException() throws Exception {
        AtomicReference<Exception> seen = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(1);
        TestHandler handler = new TestHandler() {
            @Override
            public StoreResponse store(StoreRequest request, InputStream dataSet) throws IOException {
                try {
                    dataSet.readAllBytes();
                } catch (IOException e) {
                    seen.set(e);
                    throw e;
                }
                return StoreResponse.success();
            }

            @Override
            public void close() {
                ended.countDown();
            }
        };
        DicomServer server = serve(OPTIONS, peer -> handler);
        Path file = Files.write(folder.resolve("short"), random(900_000));
        DataSetSource tooShort = new DataSetSource() {
            @Override
            public long length() {
                return 1_000_000;
            }

            @Override
            public void writeTo(DataSetOutput out) throws IOException {
                try (FileChannel channel = FileChannel.open(file)) {
                    out.transferFrom(channel, 0, 900_000);
                    out.transferFrom(channel, 900_000, 100_000);
                }
            }
        };
        try (AssociationRequester scu = connect(server)) {
            assertThatThrownBy(() -> scu.store(CT, "1.2.3", EXPLICIT, tooShort)).isInstanceOf(EOFException.class);
            assertThat(scu.isOpen()).isFalse();
            assertThatThrownBy(scu::echo)
                    .isInstanceOfSatisfying(
                            DicomNetworkException.class,
                            e -> assertThat(e.sentSomething()).isFalse());
        }
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(seen.get())
                .isInstanceOfSatisfying(
                        DicomNetworkException.class, e -> assertThat(e.kind()).isEqualTo(Kind.ABORTED));
    }

    @Test
    void sourceThatFailsBeforeAnythingLeftSparesTheAssociation() throws IOException {
        DicomServer server = serve(OPTIONS, peer -> new TestHandler());
        DataSetSource failing = new DataSetSource() {
            @Override
            public long length() {
                return 10;
            }

            @Override
            public void writeTo(DataSetOutput out) throws IOException {
                throw new IOException("No such file");
            }
        };
        try (AssociationRequester scu = connect(server)) {
            assertThatThrownBy(() -> scu.store(CT, "1.2.3", EXPLICIT, failing)).hasMessage("No such file");
            assertThat(scu.echo()).isEqualTo(Status.SUCCESS);
        }
    }

    @Test
    void lostAnswerIsAnUnknownOutcome() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        DicomServer server = serve(OPTIONS, peer -> new TestHandler() {
            @Override
            public StoreResponse store(StoreRequest request, InputStream dataSet) throws IOException {
                dataSet.readAllBytes();
                arrived.countDown();
                awaitQuietly(leave);
                return StoreResponse.success();
            }
        });
        NetworkOptions impatient = OPTIONS.withResponseTimeout(Duration.ofMillis(300));
        try (AssociationRequester scu = connect(server, impatient, ProposedContext.asScu(CT, EXPLICIT))) {
            assertThatThrownBy(() -> scu.store(CT, "1.2.3", EXPLICIT, DataSetSource.ofBytes(random(1000))))
                    .isInstanceOfSatisfying(DicomNetworkException.class, e -> {
                        assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
                        assertThat(e.sentSomething()).isTrue();
                    });
        } finally {
            leave.countDown();
        }
    }

    @Test
    void oneAssociationTooManyIsRejectedForNow() throws IOException {
        DicomServer server = serve(OPTIONS.withMaxAssociations(2), peer -> new TestHandler());
        try (AssociationRequester first = connect(server);
                AssociationRequester second = connect(server)) {
            assertThatThrownBy(() -> connect(server)).isInstanceOfSatisfying(DicomNetworkException.class, e -> {
                assertThat(e.kind()).isEqualTo(Kind.REJECTED);
                assertThat(e).hasMessageContaining("result 2, source 3, reason 2");
            });
            assertThat(first.echo()).isEqualTo(Status.SUCCESS);
            assertThat(second.echo()).isEqualTo(Status.SUCCESS);
        }
    }

    @Test
    void idleAssociationIsAborted() throws Exception {
        DicomServer server = serve(OPTIONS.withIdleTimeout(Duration.ofMillis(500)), peer -> new TestHandler());
        try (AssociationRequester scu = connect(server)) {
            assertThat(scu.echo()).isEqualTo(Status.SUCCESS);
            awaitTrue(() -> !scu.isOpen());
            assertThatThrownBy(scu::echo).isInstanceOfSatisfying(DicomNetworkException.class, e -> {
                assertThat(e.kind()).isEqualTo(Kind.ABORTED);
                assertThat(e.sentSomething()).isFalse();
            });
        }
    }

    @Test
    void closingTheServerLetsTheRunningOperationEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        DicomServer server = serve(OPTIONS, peer -> new TestHandler() {
            @Override
            public StoreResponse store(StoreRequest request, InputStream dataSet) throws IOException {
                begun.countDown();
                dataSet.readAllBytes();
                awaitQuietly(new CountDownLatch(1), 300);
                return StoreResponse.success();
            }
        });
        try (AssociationRequester scu = connect(server)) {
            Thread closer = new Thread(() -> {
                awaitQuietly(begun);
                server.close();
            });
            closer.start();
            assertThat(scu.store(CT, "1.2.3", EXPLICIT, DataSetSource.ofBytes(random(2_000_000)))
                            .isStored())
                    .isTrue();
            closer.join(10_000);
            assertThatThrownBy(scu::echo).isInstanceOf(DicomNetworkException.class);
        }
        assertThatThrownBy(() -> connect(server))
                .isInstanceOfSatisfying(
                        DicomNetworkException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREACHABLE));
    }

    @Test
    void handlerIsClosedHoweverTheAssociationEnds() throws Exception {
        TestHandler handler = new TestHandler();
        DicomServer server = serve(OPTIONS, peer -> handler);
        try (AssociationRequester released = connect(server)) {
            released.release();
        }
        connect(server).close();
        awaitTrue(() -> handler.closed.get() == 2);
        awaitTrue(() -> server.associations() == 0);
    }

    // ---------------------------------------------------------------- storage commitment

    static final String COMMITMENT = "1.2.840.10008.1.20.1";
    static final String COMMITMENT_INSTANCE = "1.2.840.10008.1.20.1.1";

    private static DataSet transaction(String uid) {
        DataSet item = new DataSet()
                .putString(Tags.ReferencedSOPClassUID, CT)
                .putString(Tags.ReferencedSOPInstanceUID, "1.2.3");
        return new DataSet().putString(Tags.TransactionUID, uid).putSequence(Tags.ReferencedSOPSequence, List.of(item));
    }

    @Test
    void commitsOnTheSameAssociation() throws IOException {
        List<String> order = new CopyOnWriteArrayList<>();
        DicomServer server = serve(OPTIONS, peer -> new TestHandler() {
            @Override
            public ActionResponse action(ActionRequest request) {
                order.add(request.sopClassUid() + "|" + request.sopInstanceUid() + "|" + request.actionType() + "|"
                        + request.callingAeTitle());
                String uid = request.information().string(Tags.TransactionUID);
                return ActionResponse.successThen(() -> {
                    order.add("event");
                    return new EventReport(COMMITMENT, COMMITMENT_INSTANCE, 1, transaction(uid));
                });
            }
        });
        try (AssociationRequester scu = connect(
                server,
                OPTIONS,
                ProposedContext.asScu(COMMITMENT, EXPLICIT),
                ProposedContext.asScu(VERIFICATION, IMPLICIT))) {
            for (int i = 1; i <= 3; i++) {
                ActionResult result = scu.action(
                        COMMITMENT, COMMITMENT_INSTANCE, 1, transaction("2.25." + i), Duration.ofSeconds(10));
                assertThat(result.status()).isEqualTo(Status.SUCCESS);
                EventReport event = Objects.requireNonNull(result.event());
                assertThat(event.eventType()).isEqualTo(1);
                assertThat(event.sopClassUid()).isEqualTo(COMMITMENT);
                assertThat(event.sopInstanceUid()).isEqualTo(COMMITMENT_INSTANCE);
                assertThat(event.information().string(Tags.TransactionUID)).isEqualTo("2.25." + i);
                assertThat(event.information().sequence(Tags.ReferencedSOPSequence))
                        .hasSize(1);
                assertThat(scu.echo()).isEqualTo(Status.SUCCESS);
            }
            scu.release();
        }
        assertThat(order).startsWith(COMMITMENT + "|" + COMMITMENT_INSTANCE + "|1|SCU", "event");
    }

    @Test
    void refusedActionHasNoEvent() throws IOException {
        DicomServer server = serve(OPTIONS, peer -> new TestHandler() {
            @Override
            public ActionResponse action(ActionRequest request) {
                if (request.actionType() == 2) {
                    throw new IllegalStateException("DOE^JANE");
                }
                return ActionResponse.failure(Status.NOT_AUTHORISED, "Not for you");
            }
        });
        try (AssociationRequester scu = connect(server, OPTIONS, ProposedContext.asScu(COMMITMENT, EXPLICIT))) {
            Duration wait = Duration.ofSeconds(10);
            ActionResult refused = scu.action(COMMITMENT, COMMITMENT_INSTANCE, 1, transaction("2.25.1"), wait);
            assertThat(refused).isEqualTo(new ActionResult(Status.NOT_AUTHORISED, "Not for you", null));
            ActionResult failed = scu.action(COMMITMENT, COMMITMENT_INSTANCE, 2, transaction("2.25.1"), wait);
            assertThat(failed.status()).isEqualTo(Status.PROCESSING_FAILURE);
            assertThat(failed.errorComment()).doesNotContain("DOE");
            assertThat(failed.event()).isNull();
        }
    }

    @Test
    void missingEventIsAnUnknownOutcome() throws IOException {
        DicomServer server = serve(OPTIONS, peer -> new TestHandler() {
            @Override
            public ActionResponse action(ActionRequest request) {
                return new ActionResponse(Status.SUCCESS, "", null);
            }
        });
        try (AssociationRequester scu = connect(server, OPTIONS, ProposedContext.asScu(COMMITMENT, EXPLICIT))) {
            assertThatThrownBy(() -> scu.action(
                            COMMITMENT, COMMITMENT_INSTANCE, 1, transaction("2.25.1"), Duration.ofMillis(200)))
                    .isInstanceOfSatisfying(DicomNetworkException.class, e -> {
                        assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
                        assertThat(e.sentSomething()).isTrue();
                    });
        }
    }

    // ---------------------------------------------------------------- C-GET

    static final String STUDY_ROOT_GET = "1.2.840.10008.5.1.4.1.2.2.3";

    private static DataSet seriesIdentifier() {
        return new DataSet().putString(Tags.QueryRetrieveLevel, "SERIES").putString(Tags.SeriesInstanceUID, "1.2.9");
    }

    private AssociationRequester connectForGet(DicomServer server) throws IOException {
        return connect(
                server,
                OPTIONS,
                ProposedContext.asScu(STUDY_ROOT_GET, EXPLICIT),
                ProposedContext.asScp(CT, EXPLICIT),
                ProposedContext.asScu(MR, EXPLICIT),
                ProposedContext.asScu(VERIFICATION, IMPLICIT));
    }

    @Test
    void getsWhatTheServerHas() throws IOException {
        DicomServer server = serve(OPTIONS, peer -> new TestHandler() {
            @Override
            public int get(GetRequest request, GetResponder responder) throws IOException {
                assertThat(request.sopClassUid()).isEqualTo(STUDY_ROOT_GET);
                assertThat(request.identifier().string(Tags.SeriesInstanceUID)).isEqualTo("1.2.9");
                responder.total(20);
                for (int i = 0; i < 20; i++) {
                    assertThat(responder.takes(CT, EXPLICIT)).isTrue();
                    DataSetSource source = DataSetSource.ofBytes(random(100_000 + i));
                    assertThat(responder.send(CT, "1.2." + i, EXPLICIT, source).isStored())
                            .isTrue();
                }
                return Status.SUCCESS;
            }
        });
        List<String> received = new ArrayList<>();
        try (AssociationRequester scu = connectForGet(server)) {
            RetrieveResult result = scu.get(STUDY_ROOT_GET, seriesIdentifier(), (request, dataSet) -> {
                byte[] bytes = dataSet.readAllBytes();
                assertThat(bytes).isEqualTo(random(bytes.length));
                received.add(request.sopInstanceUid());
                return StoreResponse.success();
            });
            assertThat(result)
                    .isEqualTo(new RetrieveResult(Status.SUCCESS, "", new SubOperations(0, 20, 0, 0), List.of()));
            assertThat(scu.echo()).isEqualTo(Status.SUCCESS);
        }
        assertThat(received).hasSize(20).startsWith("1.2.0").endsWith("1.2.19");
    }

    @Test
    void countsWhatCannotBeGot() throws IOException {
        DicomServer server = serve(OPTIONS, peer -> new TestHandler() {
            @Override
            public int get(GetRequest request, GetResponder responder) throws IOException {
                DataSetSource source = DataSetSource.ofBytes(random(1000));
                assertThat(responder.takes(MR, EXPLICIT)).isFalse();
                assertThat(responder.send(MR, "1.2.1", EXPLICIT, source).status())
                        .isEqualTo(Status.SOP_CLASS_NOT_SUPPORTED);
                assertThat(responder.send(CT, "1.2.2", EXPLICIT, source).status())
                        .isEqualTo(Status.PROCESSING_FAILURE);
                assertThat(responder.send(CT, "1.2.3", EXPLICIT, source).status())
                        .isEqualTo(0xB000);
                assertThat(responder.send(CT, "1.2.4", EXPLICIT, source).isStored())
                        .isTrue();
                responder.failed("1.2.5");
                return Status.SUCCESS;
            }
        });
        try (AssociationRequester scu = connectForGet(server)) {
            RetrieveResult result = scu.get(STUDY_ROOT_GET, seriesIdentifier(), (request, dataSet) -> {
                if (request.sopInstanceUid().equals("1.2.2")) {
                    throw new IOException("The disk is full");
                }
                return request.sopInstanceUid().equals("1.2.3")
                        ? new StoreResponse(0xB000, "")
                        : StoreResponse.success();
            });
            assertThat(result)
                    .isEqualTo(new RetrieveResult(
                            Status.SUB_OPERATIONS_INCOMPLETE,
                            "",
                            new SubOperations(0, 1, 3, 1),
                            List.of("1.2.1", "1.2.2", "1.2.5")));
            assertThat(scu.echo()).isEqualTo(Status.SUCCESS);
        }
    }

    @Test
    void failedGetTellsTheStatus() throws IOException {
        DicomServer server = serve(OPTIONS, peer -> new TestHandler() {
            @Override
            public int get(GetRequest request, GetResponder responder) {
                if (request.identifier().string(Tags.QueryRetrieveLevel).equals("SERIES")) {
                    return Status.NOT_AUTHORISED;
                }
                throw new IllegalStateException("DOE^JANE");
            }
        });
        try (AssociationRequester scu = connectForGet(server)) {
            StoreSink none = (request, dataSet) -> StoreResponse.success();
            assertThat(scu.get(STUDY_ROOT_GET, seriesIdentifier(), none).status())
                    .isEqualTo(Status.NOT_AUTHORISED);
            RetrieveResult failed = scu.get(STUDY_ROOT_GET, new DataSet(), none);
            assertThat(failed.status()).isEqualTo(Status.PROCESSING_FAILURE);
            assertThat(failed.errorComment()).doesNotContain("DOE");
        }
    }

    @Test
    void handlerMayRefuseTheScpRole() throws IOException {
        DicomServer server = serve(OPTIONS, peer -> new TestHandler() {
            @Override
            public boolean acceptsScpRole(String abstractSyntax) {
                return false;
            }

            @Override
            public int get(GetRequest request, GetResponder responder) throws IOException {
                responder.send(CT, "1.2.3", EXPLICIT, DataSetSource.ofBytes(random(10)));
                return Status.SUCCESS;
            }
        });
        try (AssociationRequester scu = connectForGet(server)) {
            assertThat(scu.accepted()).contains(new AcceptedContext(3, CT, EXPLICIT, false, false));
            RetrieveResult result =
                    scu.get(STUDY_ROOT_GET, seriesIdentifier(), (request, dataSet) -> StoreResponse.success());
            assertThat(result)
                    .isEqualTo(new RetrieveResult(
                            Status.UNABLE_TO_PERFORM_SUB_OPERATIONS,
                            "",
                            new SubOperations(0, 0, 1, 0),
                            List.of("1.2.3")));
        }
    }

    static void awaitTrue(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    static void awaitQuietly(CountDownLatch latch) {
        awaitQuietly(latch, 10_000);
    }

    static void awaitQuietly(CountDownLatch latch, long millis) {
        try {
            if (!latch.await(millis, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
