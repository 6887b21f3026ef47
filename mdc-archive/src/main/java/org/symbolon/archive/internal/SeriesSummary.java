package org.symbolon.archive.internal;

import org.symbolon.archive.InstanceHeader;
import org.symbolon.model.InstanceRecord;

/**
 * What a list of series shows, kept beside every pointer to the series. All of it comes from one instance: where instances
 * of a series differ, the last one wins.
 */
record SeriesSummary(
        String studyInstanceUid, String accessionNumber, String patientId, String modality, String seriesNumber) {

    static SeriesSummary of(InstanceHeader header) {
        return new SeriesSummary(
                header.studyInstanceUid(),
                header.accessionNumber(),
                header.patientId(),
                header.modality(),
                header.seriesNumber());
    }

    static SeriesSummary of(InstanceRecord instance) {
        return new SeriesSummary(
                instance.studyInstanceUid(),
                instance.accessionNumber(),
                instance.patientId(),
                instance.modality(),
                instance.seriesNumber());
    }
}
