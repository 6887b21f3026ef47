package org.symbolon.dicomweb.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.dicomweb.AttributeMatch;
import org.symbolon.dicomweb.QidoLevel;
import org.symbolon.dicomweb.QidoQuery;

class MatchingTest {
    @Test
    void wildcardsMatchWholeValues() {
        assertThat(ValueMatch.wildcard("A*C", "ABBC")).isTrue();
        assertThat(ValueMatch.wildcard("A*C", "ABBCD")).isFalse();
        assertThat(ValueMatch.wildcard("A?C", "ABC")).isTrue();
        assertThat(ValueMatch.wildcard("A?C", "AC")).isFalse();
        assertThat(ValueMatch.wildcard("*A*B*", "xxAyyBzz")).isTrue();
        assertThat(ValueMatch.wildcard("**", "")).isTrue();
    }

    @Test
    void aPatternOfManyStarsTakesNoLongerThanItsLength() {
        assertThat(ValueMatch.wildcard("*a".repeat(2000) + "b", "a".repeat(8000)))
                .isFalse();
    }

    @Test
    void rangesHoldTheirBounds() {
        assertThat(matches(Tags.StudyDate, Vr.DA, "20240101-20240131", "20240131"))
                .isTrue();
        assertThat(matches(Tags.StudyDate, Vr.DA, "20240101-20240131", "20240201"))
                .isFalse();
        assertThat(matches(Tags.StudyDate, Vr.DA, "20240101", "20240101")).isTrue();
        assertThat(matches(Tags.StudyTime, Vr.TM, "1000-1030", "103059.25")).isTrue();
        assertThat(matches(Tags.StudyTime, Vr.TM, "-0959", "100000")).isFalse();
        assertThat(matches(Tags.AcquisitionDateTime, Vr.DT, "2024-", "20240101120000+0100"))
                .isTrue();
        assertThat(matches(Tags.AcquisitionDateTime, Vr.DT, "202401011200+0100-", "20231231"))
                .isFalse();
        assertThat(matches(Tags.StudyDate, Vr.DA, "20240101-", "")).isFalse();
    }

    @Test
    void valuesMatchByTheirVr() {
        assertThat(matches(Tags.PatientName, Vr.PN, "doe^john", "DOE^JOHN^^^")).isTrue();
        assertThat(matches(Tags.PatientID, Vr.LO, "abc", "ABC")).isFalse();
        assertThat(matches(Tags.SeriesNumber, Vr.IS, "7", "007")).isTrue();
        assertThat(matches(Tags.StudyInstanceUID, Vr.UI, "1.2,1.3", "1.3")).isTrue();
        assertThat(matches(Tags.StudyInstanceUID, Vr.UI, "1.*", "1.3")).isFalse();
        assertThat(matches(Tags.PatientID, Vr.LO, "", "anything")).isTrue();
        assertThat(matches(Tags.ModalitiesInStudy, Vr.CS, "MR", "CT\\MR")).isTrue();
    }

    @Test
    void tellsTheExactValues() {
        QidoQuery query = new QidoQuery(
                QidoLevel.SERIES,
                "1.2",
                null,
                List.of(
                        new AttributeMatch(List.of(Tags.AccessionNumber), Vr.SH, "A1"),
                        new AttributeMatch(List.of(Tags.PatientID), Vr.LO, "P*"),
                        new AttributeMatch(List.of(Tags.StudyDate), Vr.DA, "20240101-")),
                Set.of(),
                false,
                10,
                0);
        assertThat(query.exactValues(Tags.StudyInstanceUID)).containsExactly("1.2");
        assertThat(query.exactValues(Tags.AccessionNumber)).containsExactly("A1");
        assertThat(query.exactValues(Tags.PatientID)).isEmpty();
        assertThat(query.exactValues(Tags.StudyDate)).isEmpty();
        assertThat(query.toString()).doesNotContain("A1", "1.2");
    }

    private static boolean matches(int tag, Vr vr, String key, String value) {
        DataSet candidate = new DataSet().put(tag, vr, value.split("\\\\"));
        return new AttributeMatch(List.of(tag), vr, key).matches(candidate);
    }
}
