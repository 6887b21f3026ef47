package org.symbolon.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class InstanceHeaderTest {
    @Test
    void everyFieldIsInFrontOfWhereTheReaderMayStop() throws IOException {
        SampleObject object = SampleObject.of(7, 7, 64);
        DataSetReader reader = DataSetReader.of(
                new ByteArrayInputStream(object.dataSet()),
                TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                ReaderOptions.defaults().withStopBefore(InstanceHeader.STOP_BEFORE));
        assertThat(InstanceHeader.of(DataSet.read(reader))).isEqualTo(object.header());
    }

    @Test
    void whatIsAbsentIsEmptyOrZero() {
        InstanceHeader header = InstanceHeader.of(withUids());
        assertThat(header.accessionNumber() + header.patientId() + header.modality() + header.seriesNumber())
                .isEmpty();
        assertThat(header.rows() + header.columns() + header.numberOfFrames()).isZero();
    }

    @Test
    void missingUidIsRefused() {
        for (int tag :
                new int[] {Tags.SOPClassUID, Tags.SOPInstanceUID, Tags.SeriesInstanceUID, Tags.StudyInstanceUID}) {
            DataSet dataSet = withUids();
            dataSet.remove(tag);
            assertIsRefused(dataSet, ErrorCode.MISSING_UID);
        }
    }

    @Test
    void textLongerThanTheLimitIsRefused() {
        DataSet dataSet = withUids();
        dataSet.putString(Tags.PatientID, "x".repeat(InstanceHeader.MAX_TEXT_CHARACTERS));
        assertThat(InstanceHeader.of(dataSet).patientId()).hasSize(InstanceHeader.MAX_TEXT_CHARACTERS);
        dataSet.putString(Tags.PatientID, "x".repeat(InstanceHeader.MAX_TEXT_CHARACTERS + 1));
        assertIsRefused(dataSet, ErrorCode.LIMIT_EXCEEDED);
    }

    private static DataSet withUids() {
        DataSet dataSet = new DataSet();
        dataSet.putString(Tags.SOPClassUID, "1.2.840.10008.5.1.4.1.1.88.11");
        dataSet.putString(Tags.SOPInstanceUID, "2.25.1");
        dataSet.putString(Tags.SeriesInstanceUID, "2.25.2");
        dataSet.putString(Tags.StudyInstanceUID, "2.25.3");
        return dataSet;
    }

    private static void assertIsRefused(DataSet dataSet, ErrorCode code) {
        assertThatThrownBy(() -> InstanceHeader.of(dataSet))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
