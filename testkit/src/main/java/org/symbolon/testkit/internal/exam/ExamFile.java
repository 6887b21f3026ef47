package org.symbolon.testkit.internal.exam;

import java.util.List;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.testkit.internal.dicom.DicomData;
import org.symbolon.testkit.internal.dicom.FileEncoder;
import org.symbolon.testkit.internal.dicom.Packaging;
import org.symbolon.testkit.score.Check;
import org.symbolon.testkit.score.ExamObject;
import org.symbolon.testkit.score.ScoreAction;

/** One DICOM object of the exam under construction: its data set and its checks. Not thread-safe. */
final class ExamFile {
    private final ExamPatient patient;
    private final String modality;
    private final String sopClass;
    private final String sopInstance;
    private final String name;
    private final Packaging packaging;
    private final ExamItem item;
    private ExamObject.Quarantine quarantine = ExamObject.Quarantine.FORBIDDEN;

    /** Everything that objects have in common is put at once. */
    ExamFile(ExamPatient patient, String modality, String sopClass, int series, int instance, Packaging packaging) {
        this.patient = patient;
        this.modality = modality;
        this.sopClass = sopClass;
        this.sopInstance = patient.uid(series, instance);
        this.packaging = packaging;
        String folder = patient.family().replaceAll("[^\\p{L}]", "_") + "_"
                + patient.id().replaceAll("[^A-Za-z0-9-]", "_");
        this.name = "images/" + folder + "/" + modality + series + "_" + patient.studyDate() + "_" + instance + ".dcm";
        this.item = new ExamItem(new DicomData(patient.script()), "", new ExamLog(name));
        ExamHeader.put(item, patient, modality, sopClass, series, instance);
        item.log().check("name", ScoreAction.TEXT_REMOVED, patient.family().replaceAll("[^\\p{L}]", "_"));
        item.log().check("name", ScoreAction.TEXT_REMOVED, patient.id().replaceAll("[^A-Za-z0-9-]", "_"));
    }

    ExamItem item() {
        return item;
    }

    ExamPatient patient() {
        return patient;
    }

    TransferSyntax syntax() {
        return packaging.syntax();
    }

    /** The object may be kept back: no rule can be sure of it. */
    ExamFile doubtful() {
        quarantine = ExamObject.Quarantine.ALLOWED;
        return this;
    }

    ExamObject object() {
        return new ExamObject(name, modality, sopInstance, patient.id(), "", quarantine);
    }

    List<Check> checks() {
        return item.log().checks();
    }

    byte[] bytes() {
        return FileEncoder.encode(
                item.data(),
                packaging,
                sopClass,
                sopInstance,
                "AE_" + patient.clinic().stationPrefix());
    }
}
