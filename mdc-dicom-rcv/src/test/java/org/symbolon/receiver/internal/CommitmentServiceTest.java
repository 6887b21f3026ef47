package org.symbolon.receiver.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.net.ActionRequest;
import org.symbolon.dicom.net.ActionResponse;
import org.symbolon.dicom.net.EventReport;
import org.symbolon.dicom.net.Status;
import org.symbolon.dicom.net.StoreRequest;
import org.symbolon.model.OrganisationId;
import org.symbolon.receiver.TestObjects;

class CommitmentServiceTest {
    private static final OrganisationId VILNIUS = new OrganisationId("vilnius");

    private final MemoryArchive archive = new MemoryArchive();
    private final CommitmentService service = new CommitmentService(archive, VILNIUS);

    @BeforeEach
    void storeOne() throws IOException {
        TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        new StorageService(archive, VILNIUS)
                .store(
                        new StoreRequest(Uids.CTImageStorage, TestObjects.SOP, syntax.uid(), "AGENT"),
                        new ByteArrayInputStream(TestObjects.encode(TestObjects.ct(), syntax)));
    }

    private static DataSet item(String sopClass, String sop, String sha256) {
        DataSet item = new DataSet();
        item.putString(Tags.ReferencedSOPClassUID, sopClass);
        item.putString(Tags.ReferencedSOPInstanceUID, sop);
        if (!sha256.isEmpty()) {
            item.put(CommitmentService.PRIVATE_CREATOR_TAG, Vr.LO, CommitmentService.PRIVATE_CREATOR);
            item.put(CommitmentService.DATA_SET_SHA256_TAG, Vr.LO, sha256);
        }
        return item;
    }

    private ActionResponse ask(DataSet... items) {
        DataSet information = new DataSet();
        information.putString(Tags.TransactionUID, "2.25.99");
        information.putSequence(Tags.ReferencedSOPSequence, List.of(items));
        return service.request(new ActionRequest(
                Uids.StorageCommitmentPushModel, CommitmentService.WELL_KNOWN_INSTANCE, 1, information, "AGENT"));
    }

    private EventReport report(DataSet... items) throws IOException {
        ActionResponse response = ask(items);
        assertThat(response.status()).isEqualTo(Status.SUCCESS);
        return Objects.requireNonNull(response.event()).report();
    }

    private void assertFails(int reason, DataSet item) throws IOException {
        EventReport report = report(item);
        assertThat(report.eventType()).isEqualTo(2);
        assertThat(report.information().sequence(Tags.FailedSOPSequence))
                .singleElement()
                .satisfies(failed ->
                        assertThat(failed.integer(Tags.FailureReason, 0)).isEqualTo(reason));
        assertThat(report.information().contains(Tags.ReferencedSOPSequence)).isFalse();
    }

    @Test
    void commitsWhatIsStoredWithThatContent() throws IOException {
        String sha256 = archive.records.get(0).dataSetSha256();
        EventReport report = report(
                item(Uids.CTImageStorage, TestObjects.SOP, sha256), item(Uids.CTImageStorage, TestObjects.SOP, ""));
        assertThat(report.eventType()).isEqualTo(1);
        assertThat(report.sopInstanceUid()).isEqualTo("1.2.840.10008.1.20.1.1");
        assertThat(report.information().string(Tags.TransactionUID)).isEqualTo("2.25.99");
        assertThat(report.information().sequence(Tags.ReferencedSOPSequence)).hasSize(2);
        assertThat(report.information().contains(Tags.FailedSOPSequence)).isFalse();
    }

    @Test
    void doesNotCommitOtherContentOrAnotherInstance() throws IOException {
        assertFails(0x0112, item(Uids.CTImageStorage, TestObjects.SOP, "0".repeat(64)));
        assertFails(0x0112, item(Uids.CTImageStorage, "2.25.404", ""));
        assertFails(0x0119, item(Uids.MRImageStorage, TestObjects.SOP, ""));
    }

    @Test
    void reportsBothKindsOfItemsTogether() throws IOException {
        EventReport report =
                report(item(Uids.CTImageStorage, TestObjects.SOP, ""), item(Uids.CTImageStorage, "2.25.404", ""));
        assertThat(report.eventType()).isEqualTo(2);
        assertThat(report.information().sequence(Tags.ReferencedSOPSequence)).hasSize(1);
        assertThat(report.information().sequence(Tags.FailedSOPSequence)).hasSize(1);
    }

    @Test
    void commitsNothingWhenTheArchiveCannotBeAsked() throws IOException {
        archive.failing = true;
        assertFails(0x0110, item(Uids.CTImageStorage, TestObjects.SOP, ""));
    }

    @Test
    void refusesOtherActionsAndEmptyRequests() {
        assertThat(ask().status()).isEqualTo(Status.MISSING_ATTRIBUTE);
        ActionRequest other = new ActionRequest(
                Uids.StorageCommitmentPushModel, CommitmentService.WELL_KNOWN_INSTANCE, 2, new DataSet(), "AGENT");
        assertThat(service.request(other).status()).isEqualTo(Status.NO_SUCH_ACTION);
    }
}
