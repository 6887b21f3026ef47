package org.symbolon.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;

/** C-MOVE between our requester, our server and a third party, which is ours as well. */
@Timeout(30)
class MoveServiceTest {
    private static final String MOVE = Uids.StudyRootQueryRetrieveInformationModelMove;
    private static final String CT = ServicesContract.CT;

    private DicomServer archive;
    private DicomServer workstation;

    private final TestHandler receiving = new TestHandler() {
        @Override
        public boolean accepts(String abstractSyntax) {
            return !abstractSyntax.equals(ServicesContract.MR);
        }

        @Override
        public StoreResponse store(StoreRequest request, InputStream dataSet) throws IOException {
            super.store(request, dataSet);
            if (request.sopInstanceUid().endsWith(".13")) {
                return new StoreResponse(Status.OUT_OF_RESOURCES, "");
            }
            sleep(request.sopInstanceUid().startsWith("9.") ? 30 : 0);
            return request.sopInstanceUid().endsWith(".7") ? new StoreResponse(0xB000, "") : StoreResponse.success();
        }
    };

    private final TestHandler moving = new TestHandler() {
        @Override
        public DestinationResolver destinations() {
            return title -> switch (title) {
                case "WORKSTATION" -> LocalServer.entity(workstation);
                case "NOWHERE" -> ApplicationEntity.plain("X", new java.net.InetSocketAddress("localhost", 1));
                default -> null;
            };
        }

        @Override
        public int move(MoveRequest request, MoveResponder responder) throws IOException {
            String prefix = request.identifier().string(Tags.StudyInstanceUID);
            int count = prefix.equals("9.") ? 1_000 : 20;
            List<OutgoingObject> objects = new ArrayList<>(IntStream.range(0, count)
                    .mapToObj(i -> object(CT, prefix + i))
                    .toList());
            if (prefix.equals("2.")) {
                objects.add(object(ServicesContract.MR, "2.99"));
            }
            responder.send(objects);
            return Status.SUCCESS;
        }
    };

    private static OutgoingObject object(String sopClass, String uid) {
        return new OutgoingObject(
                sopClass, uid, ServicesContract.EXPLICIT, DataSetSource.ofBytes(ServicesContract.random(2000)));
    }

    private static void sleep(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @BeforeEach
    void start() throws IOException {
        archive = LocalServer.start(moving);
        workstation = LocalServer.start(receiving);
    }

    @AfterEach
    void stop() {
        archive.close();
        workstation.close();
    }

    private RetrieveResult move(String study, String destination, RetrieveListener listener, Cancellation cancellation)
            throws IOException {
        DataSet identifier =
                new DataSet().putString(Tags.QueryRetrieveLevel, "STUDY").putString(Tags.StudyInstanceUID, study);
        try (AssociationRequester scu =
                LocalServer.connect(archive, ProposedContext.asScu(MOVE, Uids.ExplicitVRLittleEndian))) {
            RetrieveResult result = scu.move(MOVE, identifier, destination, cancellation, listener);
            scu.release();
            return result;
        }
    }

    @Test
    void objectsArriveInTheNameOfTheRequester() throws IOException {
        List<SubOperations> progress = new ArrayList<>();
        RetrieveResult result = move("1.", "WORKSTATION", progress::add, new Cancellation());
        assertThat(result.status()).isEqualTo(Status.SUB_OPERATIONS_INCOMPLETE);
        assertThat(result.counts()).isEqualTo(new SubOperations(0, 18, 1, 1));
        assertThat(result.failedSopInstanceUids()).containsExactly("1.13");
        assertThat(progress.get(0)).isEqualTo(new SubOperations(20, 0, 0, 0));
        assertThat(receiving.stored).hasSize(20);
        assertThat(receiving.stored).allSatisfy(stored -> {
            assertThat(stored.request().callingAeTitle()).isEqualTo("SCP");
            assertThat(stored.request().moveOriginator()).isEqualTo(new MoveOriginator("SCU", 1));
        });
    }

    @Test
    void whatTheDestinationDoesNotTakeCountsAsFailed() throws IOException {
        RetrieveResult result = move("2.", "WORKSTATION", RetrieveListener.NONE, new Cancellation());
        assertThat(result.counts()).isEqualTo(new SubOperations(0, 18, 2, 1));
        assertThat(result.failedSopInstanceUids()).containsExactly("2.13", "2.99");
    }

    @Test
    void unknownAndUnreachableDestinations() throws IOException {
        assertThat(move("1.", "UNKNOWN", RetrieveListener.NONE, new Cancellation())
                        .status())
                .isEqualTo(Status.MOVE_DESTINATION_UNKNOWN);
        RetrieveResult unreachable = move("1.", "NOWHERE", RetrieveListener.NONE, new Cancellation());
        assertThat(unreachable.status()).isEqualTo(Status.UNABLE_TO_PERFORM_SUB_OPERATIONS);
        assertThat(unreachable.failed()).isEqualTo(20);
        assertThat(unreachable.failedSopInstanceUids()).hasSize(20);
    }

    @Test
    void cancelledMoveSendsNoMore() throws IOException {
        Cancellation cancellation = new Cancellation();
        RetrieveResult result = move("9.", "WORKSTATION", counts -> cancellation.cancel(), cancellation);
        assertThat(result.status()).isEqualTo(Status.CANCEL);
        assertThat(result.counts().remaining()).isPositive();
        assertThat(result.completed()
                        + result.failed()
                        + result.warnings()
                        + result.counts().remaining())
                .isEqualTo(1_000);
    }
}
