package org.symbolon.dicomweb.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.symbolon.dicom.Tags;
import org.symbolon.dicomweb.AttributeMatch;
import org.symbolon.dicomweb.QidoLevel;
import org.symbolon.dicomweb.QidoQuery;

/** Which attributes a result has (PS3.18 10.6.3.3 and its tables), if the source has them. */
final class ResultAttributes {
    private static final List<Integer> ALWAYS =
            List.of(Tags.SpecificCharacterSet, Tags.RetrieveURL, Tags.InstanceAvailability, Tags.TimezoneOffsetFromUTC);

    private static final List<Integer> STUDY = List.of(
            Tags.StudyDate,
            Tags.StudyTime,
            Tags.AccessionNumber,
            Tags.ModalitiesInStudy,
            Tags.ReferringPhysicianName,
            Tags.StudyDescription,
            Tags.PatientName,
            Tags.PatientID,
            Tags.PatientBirthDate,
            Tags.PatientSex,
            Tags.StudyInstanceUID,
            Tags.StudyID,
            Tags.NumberOfStudyRelatedSeries,
            Tags.NumberOfStudyRelatedInstances);

    private static final List<Integer> SERIES = List.of(
            Tags.Modality,
            Tags.SeriesDescription,
            Tags.SeriesInstanceUID,
            Tags.SeriesNumber,
            Tags.NumberOfSeriesRelatedInstances,
            Tags.PerformedProcedureStepStartDate,
            Tags.PerformedProcedureStepStartTime,
            Tags.RequestAttributesSequence,
            Tags.SeriesDate,
            Tags.BodyPartExamined);

    private static final List<Integer> INSTANCE = List.of(
            Tags.SOPClassUID,
            Tags.SOPInstanceUID,
            Tags.InstanceNumber,
            Tags.Rows,
            Tags.Columns,
            Tags.BitsAllocated,
            Tags.NumberOfFrames,
            Tags.AvailableTransferSyntaxUID);

    private ResultAttributes() {}

    static Set<Integer> of(QidoQuery query) {
        Set<Integer> tags = new HashSet<>(ALWAYS);
        tags.addAll(query.includeFields());
        for (AttributeMatch match : query.matches()) {
            tags.add(match.path().get(0));
        }
        tags.add(Tags.StudyInstanceUID);
        if (query.level() == QidoLevel.STUDY || query.studyInstanceUid() == null) {
            tags.addAll(STUDY);
        }
        if (query.level() == QidoLevel.SERIES
                || (query.level() == QidoLevel.INSTANCE && query.seriesInstanceUid() == null)) {
            tags.addAll(SERIES);
        }
        if (query.level() == QidoLevel.INSTANCE) {
            tags.addAll(INSTANCE);
            tags.add(Tags.SeriesInstanceUID);
        }
        return tags;
    }
}
