package org.symbolon.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;

/** The N-services between our requester and our server: MPPS, and storage commitment over two associations. */
@Timeout(30)
class ObjectServicesTest {
    private static final String MPPS = Uids.ModalityPerformedProcedureStep;
    private static final String COMMITMENT = ServicesContract.COMMITMENT;
    private static final String COMMITMENT_INSTANCE = ServicesContract.COMMITMENT_INSTANCE;

    private final Map<String, DataSet> steps = new ConcurrentHashMap<>();
    private final BlockingQueue<EventReport> events = new LinkedBlockingQueue<>();
    private DicomServer manager;
    private DicomServer modality;

    private final TestHandler managing = new TestHandler() {
        @Override
        public ObjectResponse create(ObjectRequest request) {
            String uid = request.sopInstanceUid().isEmpty() ? "2.25.77" : request.sopInstanceUid();
            if (steps.putIfAbsent(uid, request.attributes()) != null) {
                return ObjectResponse.failure(Status.DUPLICATE_SOP_INSTANCE, "It is there");
            }
            return new ObjectResponse(Status.SUCCESS, "", uid, null);
        }

        @Override
        public ObjectResponse set(ObjectRequest request) {
            DataSet step = steps.get(request.sopInstanceUid());
            if (step == null) {
                return ObjectResponse.failure(Status.NO_SUCH_SOP_INSTANCE, "");
            }
            request.attributes().forEach(step::put);
            return ObjectResponse.success();
        }

        @Override
        public ObjectResponse read(ObjectRequest request) {
            DataSet all = steps.getOrDefault(request.sopInstanceUid(), new DataSet());
            DataSet some = new DataSet();
            request.attributeTags().forEach(tag -> some.put(Objects.requireNonNull(all.element(tag))));
            return ObjectResponse.success(request.attributeTags().isEmpty() ? all : some);
        }

        @Override
        public ObjectResponse delete(ObjectRequest request) {
            return steps.remove(request.sopInstanceUid()) == null
                    ? ObjectResponse.failure(Status.NO_SUCH_SOP_INSTANCE, "")
                    : ObjectResponse.success();
        }

        @Override
        public DestinationResolver destinations() {
            return title -> title.equals("SCU") ? LocalServer.entity(modality) : null;
        }

        @Override
        public ActionResponse action(ActionRequest request) {
            return ActionResponse.successThen(
                    () -> new EventReport(COMMITMENT, COMMITMENT_INSTANCE, 1, request.information()),
                    EventDelivery.NEW_ASSOCIATION);
        }
    };

    private final TestHandler listening = new TestHandler() {
        @Override
        public ObjectResponse event(EventReport report, String callingAeTitle) {
            assertThat(callingAeTitle).isEqualTo("SCP");
            events.add(report);
            return ObjectResponse.success();
        }
    };

    @BeforeEach
    void start() throws IOException {
        manager = LocalServer.start(managing);
        modality = LocalServer.start(listening);
    }

    @AfterEach
    void stop() {
        manager.close();
        modality.close();
    }

    private AssociationRequester connect() throws IOException {
        return LocalServer.connect(
                manager,
                ProposedContext.asScu(MPPS, Uids.ExplicitVRLittleEndian),
                ProposedContext.asScu(COMMITMENT, Uids.ExplicitVRLittleEndian));
    }

    private static DataSet status(String status) {
        return new DataSet().putString(Tags.PerformedProcedureStepStatus, status);
    }

    @Test
    void performedProcedureStepLives() throws IOException {
        try (AssociationRequester scu = connect()) {
            assertThat(scu.create(MPPS, "2.25.1", status("IN PROGRESS")).sopInstanceUid())
                    .isEqualTo("2.25.1");
            assertThat(scu.create(MPPS, "", status("IN PROGRESS")).sopInstanceUid())
                    .isEqualTo("2.25.77");
            ObjectResponse twice = scu.create(MPPS, "2.25.1", status("IN PROGRESS"));
            assertThat(twice.status()).isEqualTo(Status.DUPLICATE_SOP_INSTANCE);
            assertThat(twice.errorComment()).isEqualTo("It is there");
            DataSet end = status("COMPLETED").putString(Tags.PerformedProcedureStepEndDate, "20240101");
            assertThat(scu.set(MPPS, "2.25.1", end).isDone()).isTrue();
            DataSet read = Objects.requireNonNull(scu.read(MPPS, "2.25.1", List.of(Tags.PerformedProcedureStepStatus))
                    .attributes());
            assertThat(read.size()).isEqualTo(1);
            assertThat(read.string(Tags.PerformedProcedureStepStatus)).isEqualTo("COMPLETED");
            assertThat(Objects.requireNonNull(
                                    scu.read(MPPS, "2.25.1", List.of()).attributes())
                            .size())
                    .isEqualTo(2);
            assertThat(scu.delete(MPPS, "2.25.1").isDone()).isTrue();
            assertThat(scu.delete(MPPS, "2.25.1").status()).isEqualTo(Status.NO_SUCH_SOP_INSTANCE);
            assertThat(scu.set(MPPS, "2.25.1", end).status()).isEqualTo(Status.NO_SUCH_SOP_INSTANCE);
            scu.release();
        }
    }

    @Test
    void commitmentIsReportedOverAnAssociationOfItsOwn() throws Exception {
        DataSet transaction = new DataSet().putString(Tags.TransactionUID, "2.25.5");
        try (AssociationRequester scu = connect()) {
            assertThat(scu.action(COMMITMENT, COMMITMENT_INSTANCE, 1, transaction)
                            .isDone())
                    .isTrue();
            EventReport report = events.poll(10, TimeUnit.SECONDS);
            assertThat(Objects.requireNonNull(report).information().string(Tags.TransactionUID))
                    .isEqualTo("2.25.5");
            assertThat(scu.pollEvent(Duration.ofMillis(50))).isEmpty();
            scu.release();
        }
    }

    @Test
    void whereToReportMustBeKnown() throws IOException {
        try (AssociationRequester stranger = AssociationRequester.connect(
                LocalServer.entity(manager),
                "STRANGER",
                List.of(ProposedContext.asScu(COMMITMENT, Uids.ExplicitVRLittleEndian)),
                NetworkOptions.defaults())) {
            ObjectResponse response = stranger.action(COMMITMENT, COMMITMENT_INSTANCE, 1, new DataSet());
            assertThat(response.status()).isEqualTo(Status.PROCESSING_FAILURE);
        }
    }

    @Test
    void reportNeedsTheRoleOfTheScp() throws IOException {
        EventReport report = new EventReport(COMMITMENT, COMMITMENT_INSTANCE, 1, new DataSet());
        try (AssociationRequester scu =
                LocalServer.connect(modality, ProposedContext.asScu(COMMITMENT, Uids.ExplicitVRLittleEndian))) {
            assertThatThrownBy(() -> scu.report(report)).isInstanceOf(DicomNetworkException.class);
            assertThat(scu.isOpen()).isTrue();
        }
    }

    @Test
    void whatAHandlerDoesNotServeIsUnrecognised() throws IOException {
        try (AssociationRequester scu =
                LocalServer.connect(modality, ProposedContext.asScu(MPPS, Uids.ExplicitVRLittleEndian))) {
            assertThat(scu.create(MPPS, "", new DataSet()).status()).isEqualTo(Status.UNRECOGNISED_OPERATION);
            assertThat(scu.set(MPPS, "1.2", status("X")).status()).isEqualTo(Status.UNRECOGNISED_OPERATION);
            assertThat(scu.read(MPPS, "1.2", List.of()).status()).isEqualTo(Status.UNRECOGNISED_OPERATION);
            assertThat(scu.delete(MPPS, "1.2").status()).isEqualTo(Status.UNRECOGNISED_OPERATION);
        }
    }
}
