package org.symbolon.dicomtools.network;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;

/** The information models of PS3.4 annex C and K, their SOP classes, and what is worth asking for on each level. */
enum InformationModel {
    PATIENT(
            Uids.PatientRootQueryRetrieveInformationModelFind,
            Uids.PatientRootQueryRetrieveInformationModelGet,
            Uids.PatientRootQueryRetrieveInformationModelMove),
    STUDY(
            Uids.StudyRootQueryRetrieveInformationModelFind,
            Uids.StudyRootQueryRetrieveInformationModelGet,
            Uids.StudyRootQueryRetrieveInformationModelMove),
    /** Modality worklist: without levels, and to be searched only. */
    WORKLIST(Uids.ModalityWorklistInformationModelFind, null, null);

    private final String find;
    private final @Nullable String get;
    private final @Nullable String move;

    InformationModel(String find, @Nullable String get, @Nullable String move) {
        this.find = find;
        this.get = get;
        this.move = move;
    }

    String find() {
        return find;
    }

    String get() {
        return required(get);
    }

    String move() {
        return required(move);
    }

    private static String required(@Nullable String sopClass) {
        if (sopClass == null) {
            throw PeerAddress.usage("Nothing can be retrieved from a worklist");
        }
        return sopClass;
    }

    boolean hasLevels() {
        return this != WORKLIST;
    }

    /** Query/Retrieve Level (0008,0052). */
    enum Level {
        PATIENT(Tags.PatientID, Tags.PatientName, Tags.PatientBirthDate, Tags.PatientSex),
        STUDY(
                Tags.PatientID,
                Tags.PatientName,
                Tags.StudyDate,
                Tags.ModalitiesInStudy,
                Tags.AccessionNumber,
                Tags.StudyDescription,
                Tags.NumberOfStudyRelatedInstances,
                Tags.StudyInstanceUID),
        SERIES(
                Tags.Modality,
                Tags.SeriesNumber,
                Tags.SeriesDescription,
                Tags.NumberOfSeriesRelatedInstances,
                Tags.SeriesInstanceUID),
        IMAGE(Tags.InstanceNumber, Tags.SOPClassUID, Tags.SOPInstanceUID);

        private final List<Integer> usualKeys;

        Level(Integer... usualKeys) {
            this.usualKeys = List.of(usualKeys);
        }

        /** What is asked for where the user names nothing to be shown. */
        List<Integer> usualKeys() {
            return usualKeys;
        }
    }
}
