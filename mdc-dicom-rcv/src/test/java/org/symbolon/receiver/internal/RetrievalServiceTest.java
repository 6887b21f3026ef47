package org.symbolon.receiver.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.net.DataSetSource;
import org.symbolon.dicom.net.GetRequest;
import org.symbolon.dicom.net.GetResponder;
import org.symbolon.dicom.net.Status;
import org.symbolon.dicom.net.StoreRequest;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.model.OrganisationId;
import org.symbolon.receiver.TestObjects;

class RetrievalServiceTest {
    private static final OrganisationId VILNIUS = new OrganisationId("vilnius");

    private final MemoryArchive archive = new MemoryArchive();
    private final RetrievalService service = new RetrievalService(archive, VILNIUS);
    private final Requester requester = new Requester();

    @BeforeEach
    void store() throws IOException {
        store(TestObjects.ct("2.25.1.1.1", "2.25.1.1", "2.25.1"));
        store(TestObjects.ct("2.25.1.1.2", "2.25.1.1", "2.25.1"));
        store(TestObjects.ct("2.25.1.2.1", "2.25.1.2", "2.25.1"));
        store(TestObjects.ct("2.25.2.1.1", "2.25.2.1", "2.25.2"));
        DataSet conflict = TestObjects.ct("2.25.2.1.1", "2.25.2.1", "2.25.2");
        conflict.putString(Tags.InstanceNumber, "7");
        store(conflict);
    }

    private void store(DataSet object) throws IOException {
        TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        new StorageService(archive, VILNIUS)
                .store(
                        new StoreRequest(
                                Uids.CTImageStorage, object.string(Tags.SOPInstanceUID), syntax.uid(), "AGENT"),
                        new ByteArrayInputStream(TestObjects.encode(object, syntax)));
    }

    private int get(String level, Object... tagsAndUids) throws IOException {
        DataSet identifier = new DataSet();
        identifier.putString(Tags.QueryRetrieveLevel, level);
        for (int i = 0; i < tagsAndUids.length; i += 2) {
            identifier.putString((Integer) tagsAndUids[i], ((String) tagsAndUids[i + 1]).split(","));
        }
        return service.get(
                new GetRequest(Uids.StudyRootQueryRetrieveInformationModelGet, identifier, "AGENT"), requester);
    }

    @Test
    void sendsAStudyASeriesOrImages() throws IOException {
        assertThat(get("STUDY", Tags.StudyInstanceUID, "2.25.1")).isEqualTo(Status.SUCCESS);
        assertThat(requester.sent).containsExactly("2.25.1.1.1", "2.25.1.1.2", "2.25.1.2.1");
        requester.sent.clear();
        get("SERIES", Tags.StudyInstanceUID, "2.25.1", Tags.SeriesInstanceUID, "2.25.1.1");
        assertThat(requester.sent).containsExactly("2.25.1.1.1", "2.25.1.1.2");
        requester.sent.clear();
        get("IMAGE", Tags.SeriesInstanceUID, "2.25.1.1", Tags.SOPInstanceUID, "2.25.1.1.2,2.25.1.1.404");
        assertThat(requester.sent).containsExactly("2.25.1.1.2");
        requester.sent.clear();
        get("IMAGE", Tags.SOPInstanceUID, "2.25.1.1.2,2.25.1.2.1");
        assertThat(requester.sent).containsExactlyInAnyOrder("2.25.1.1.2", "2.25.1.2.1");
    }

    @Test
    void sendsBothOfTwoObjectsWithOneUid() throws IOException {
        get("SERIES", Tags.SeriesInstanceUID, "2.25.2.1");
        assertThat(requester.sent).containsExactly("2.25.2.1.1", "2.25.2.1.1");
        assertThat(requester.total).isEqualTo(2);
    }

    @Test
    void findsNothingUnderAnotherStudy() throws IOException {
        int status = get("SERIES", Tags.StudyInstanceUID, "2.25.404", Tags.SeriesInstanceUID, "2.25.1.1");
        assertThat(status).isEqualTo(Status.SUCCESS);
        assertThat(requester.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATIENT", "", "STUDY", "SERIES", "IMAGE"})
    void refusesIdentifiersWithoutTheirKey(String level) throws IOException {
        assertThat(get(level, Tags.PatientID, "x")).isEqualTo(Status.DATA_SET_DOES_NOT_MATCH);
    }

    @Test
    void countsWhatTheRequesterDoesNotTakeAsFailed() throws IOException {
        requester.takes = false;
        get("STUDY", Tags.StudyInstanceUID, "2.25.1");
        assertThat(requester.sent).isEmpty();
        assertThat(requester.failed).hasSize(3);
    }

    @Test
    void stopsWhenCancelled() throws IOException {
        requester.cancelAfter = 1;
        get("STUDY", Tags.StudyInstanceUID, "2.25.1");
        assertThat(requester.sent).hasSize(1);
    }

    @Test
    void failsWhenTheArchiveCannotBeAsked() throws IOException {
        archive.failing = true;
        assertThat(get("STUDY", Tags.StudyInstanceUID, "2.25.1")).isEqualTo(Status.UNABLE_TO_PERFORM_SUB_OPERATIONS);
    }

    private static final class Requester implements GetResponder {
        final List<String> sent = new ArrayList<>();
        final List<String> failed = new ArrayList<>();
        boolean takes = true;
        int total;
        int cancelAfter = Integer.MAX_VALUE;

        @Override
        public void total(int objects) {
            total = objects;
        }

        @Override
        public boolean takes(String sopClassUid, String transferSyntax) {
            return takes;
        }

        @Override
        public StoreResponse send(String sopClass, String sop, String transferSyntax, DataSetSource source) {
            assertThat(source.length()).isPositive();
            sent.add(sop);
            return StoreResponse.success();
        }

        @Override
        public void failed(String sopInstanceUid) {
            failed.add(sopInstanceUid);
        }

        @Override
        public boolean cancelled() {
            return sent.size() >= cancelAfter;
        }
    }
}
