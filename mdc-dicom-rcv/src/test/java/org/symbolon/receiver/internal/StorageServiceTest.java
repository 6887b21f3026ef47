package org.symbolon.receiver.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.StoreRequest;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.OrganisationId;
import org.symbolon.receiver.TestObjects;

class StorageServiceTest {
    private final MemoryArchive archive = new MemoryArchive();
    private final StorageService service = new StorageService(archive, new OrganisationId("vilnius"));

    private static StoreRequest request(TransferSyntax syntax) {
        return new StoreRequest(Uids.CTImageStorage, TestObjects.SOP, syntax.uid(), "AGENT");
    }

    private StoreResponse store(DataSet object) throws IOException {
        TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        return service.store(request(syntax), new ByteArrayInputStream(TestObjects.encode(object, syntax)));
    }

    private void assertRefused(StoreResponse response, int status, String comment) {
        assertThat(response).isEqualTo(new StoreResponse(status, comment));
        assertThat(archive.records).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.1.99"})
    void storesTheBytesAsTheyCameAndReadsTheHeader(String syntaxUid) throws IOException {
        TransferSyntax syntax = Objects.requireNonNull(TransferSyntax.of(syntaxUid));
        byte[] bytes = TestObjects.encode(TestObjects.ct(), syntax);
        assertThat(service.store(request(syntax), new ByteArrayInputStream(bytes)))
                .isEqualTo(StoreResponse.success());
        InstanceRecord record = archive.records.get(0);
        assertThat(archive.contents.get(record.location())).isEqualTo(bytes);
        assertThat(record.seriesInstanceUid()).isEqualTo(TestObjects.SERIES);
        assertThat(record.studyInstanceUid()).isEqualTo(TestObjects.STUDY);
        assertThat(record.accessionNumber()).isEqualTo("A-1");
        assertThat(record.rows()).isEqualTo(16);
        assertThat(record.columns()).isEqualTo(32);
        assertThat(record.numberOfFrames()).isEqualTo(1);
        assertThat(record.transferSyntaxUid()).isEqualTo(syntaxUid);
    }

    @Test
    void sendingAgainChangesNothing() throws IOException {
        store(TestObjects.ct());
        assertThat(store(TestObjects.ct()).isStored()).isTrue();
        assertThat(archive.records).hasSize(1);
    }

    @Test
    void keepsOtherContentUnderAKnownUidBeside() throws IOException {
        store(TestObjects.ct());
        DataSet other = TestObjects.ct();
        other.putString(Tags.InstanceNumber, "77");
        assertThat(store(other)).isEqualTo(StoreResponse.success());
        assertThat(archive.records).hasSize(2);
        assertThat(archive.records.get(1).conflict()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NO", "yes"})
    void refusesWhatIsNotDeidentifiedBeforeTheArchiveHearsOfIt(String value) throws IOException {
        DataSet object = TestObjects.ct();
        object.remove(Tags.PatientIdentityRemoved);
        if (!value.isEmpty()) {
            object.putString(Tags.PatientIdentityRemoved, value);
        }
        assertRefused(store(object), 0xC001, "NOT_DEIDENTIFIED");
        assertThat(archive.begun).isZero();
    }

    @Test
    void refusesAMarkInsideASequence() throws IOException {
        DataSet object = TestObjects.ct();
        object.remove(Tags.PatientIdentityRemoved);
        DataSet item = new DataSet();
        item.putString(Tags.PatientIdentityRemoved, "YES");
        object.putSequence(Tags.ReferencedStudySequence, List.of(item));
        assertRefused(store(object), 0xC001, "NOT_DEIDENTIFIED");
    }

    @ParameterizedTest
    @ValueSource(ints = {Tags.SOPInstanceUID, Tags.SOPClassUID})
    void refusesAnObjectThatTheCommandDoesNotName(int tag) throws IOException {
        DataSet object = TestObjects.ct();
        object.putString(tag, "1.2.3.999");
        assertRefused(store(object), 0xA900, "UID_MISMATCH");
    }

    @ParameterizedTest
    @ValueSource(ints = {Tags.SeriesInstanceUID, Tags.StudyInstanceUID})
    void refusesAnObjectWithoutSeriesOrStudy(int tag) throws IOException {
        DataSet object = TestObjects.ct();
        object.remove(tag);
        assertRefused(store(object), 0xA900, "MISSING_UID");
        object.putString(tag, "../../etc");
        assertRefused(store(object), 0xA900, "MISSING_UID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2", "1.2.840.10008.1.2.1", "1.2.840.10008.1.2.1.99"})
    void neverAcknowledgesATruncatedDataSet(String syntaxUid) throws IOException {
        TransferSyntax syntax = Objects.requireNonNull(TransferSyntax.of(syntaxUid));
        byte[] bytes = TestObjects.encode(TestObjects.ct(), syntax);
        // The last byte of a deflated data set may be padding (PS3.5 A.5)
        for (int cut : new int[] {syntax.deflated() ? 2 : 1, 3, 5, 200, bytes.length / 2}) {
            byte[] part = Arrays.copyOf(bytes, bytes.length - cut);
            StoreResponse response = service.store(request(syntax), new ByteArrayInputStream(part));
            assertThat(response.status()).as("cut by %d", cut).isIn(0xC000, 0xC001, 0xA900);
            assertThat(archive.records).isEmpty();
        }
    }

    @Test
    void refusesAnIdentifyingValueOneByteTooLong() throws IOException {
        DataSet object = TestObjects.ct();
        object.putBytes(Tags.AccessionNumber, Vr.SH, new byte[ReceivedHeader.MAX_VALUE_BYTES + 2]);
        assertRefused(store(object), 0xC000, "LIMIT_EXCEEDED");
    }

    @Test
    void asksTheSenderToTryAgainWhenTheArchiveFails() throws IOException {
        archive.failing = true;
        assertRefused(store(TestObjects.ct()), 0xA700, "OUT_OF_RESOURCES");
    }

    @Test
    void passesTheEndOfTheAssociationOnAndStoresNothing() {
        TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        byte[] bytes = TestObjects.encode(TestObjects.ct(), syntax);
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream(bytes, 0, bytes.length - 100), new BrokenAssociation());
        assertThatThrownBy(() -> service.store(request(syntax), broken)).isInstanceOf(DicomNetworkException.class);
        assertThat(archive.records).isEmpty();
    }

    private static final class BrokenAssociation extends InputStream {
        @Override
        public int read() throws IOException {
            throw new DicomNetworkException(DicomNetworkException.Kind.ABORTED, true, "gone");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return read();
        }
    }
}
