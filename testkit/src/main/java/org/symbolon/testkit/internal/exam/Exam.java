package org.symbolon.testkit.internal.exam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.testkit.internal.dicom.Packaging;
import org.symbolon.testkit.internal.people.Cast;
import org.symbolon.testkit.score.AnswerKey;
import org.symbolon.testkit.score.Check;
import org.symbolon.testkit.score.ExamObject;

/** Which objects the exam has, and writes them. */
public final class Exam {
    private static final String[] MODALITIES = {"CT", "MR", "US", "CR", "DX", "MG", "PT", "NM", "XA"};
    private static final int IMAGES_PER_PATIENT = 4;

    private final Path folder;
    private final List<ExamObject> objects = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();

    private Exam(Path folder) {
        this.folder = folder;
    }

    /** Writes all objects and returns their key. */
    public static AnswerKey write(Path folder, long seed) throws IOException {
        Exam exam = new Exam(folder);
        Cast cast = new Cast(seed);
        for (int number = 0; number < Cast.ROUND; number++) {
            exam.patient(ExamPatient.of(seed, cast.person(number)));
        }
        exam.patient(ExamPatient.of(seed, OrdinaryNames.person(seed, cast)));
        return new AnswerKey(exam.objects, exam.checks);
    }

    private void patient(ExamPatient patient) throws IOException {
        int number = patient.person().number();
        int series = 1;
        for (int image = 0; image < IMAGES_PER_PATIENT; image++) {
            int turn = number * IMAGES_PER_PATIENT + image;
            String modality = image == 0 ? "CT" : MODALITIES[turn % MODALITIES.length];
            add(ExamImages.image(patient, modality, series++, turn));
        }
        Packaging packaging = ExamImages.packaging("CT", number % 4);
        switch (number % 4) {
            case 0 -> {
                add(ExamReports.report(patient, series++, packaging));
                add(BurnedImages.ultrasound(patient, series++, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
            }
            case 1 -> {
                add(ExamPlans.structureSet(patient, series++, packaging));
                add(ExamPlans.plan(patient, series++, packaging));
                add(BurnedImages.capture(patient, series++, number < 4 ? "" : "NO", TransferSyntax.RLE_LOSSLESS));
            }
            case 2 -> {
                add(ExamPlans.segmentation(patient, series++, packaging));
                add(ExamReports.keyObject(patient, series++, ExamReports.deflated()));
                add(BurnedImages.ultrasound(
                        patient, series++, number < 4 ? TransferSyntax.JPEG_BASELINE : TransferSyntax.RLE_LOSSLESS));
            }
            default -> {
                add(ExamPlans.presentation(patient, series++, packaging));
                add(ExamPlans.encapsulatedDocument(patient, series++, packaging));
                add(BurnedImages.dosePage(patient, series++, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
                add(BurnedImages.capture(patient, series++, "YES", TransferSyntax.JPEG_BASELINE));
            }
        }
        record(patient);
    }

    private void record(ExamPatient patient) throws IOException {
        switch (patient.script()) {
            case ENGLISH -> {
                add(ExamRecords.of(patient, "result.hl7", "HL7v2-ORU", "UTF-8"));
                add(ExamRecords.of(patient, "bundle.json", "FHIR-JSON", "UTF-8"));
                add(ExamRecords.of(patient, "summary.xml", "CDA", "UTF-8"));
                add(ExamRecords.of(patient, "note.hl7", "HL7v2-note", "UTF-8"));
            }
            case POLISH -> {
                add(ExamRecords.of(patient, "admission.hl7", "HL7v2-ADT", "ISO-8859-2"));
                add(ExamRecords.of(patient, "note.hl7", "HL7v2-note", "UTF-8"));
                add(ExamRecords.of(patient, "bundle.json", "FHIR-JSON", "UTF-8"));
            }
            case LITHUANIAN -> {
                add(ExamRecords.of(patient, "summary.xml", "CDA", "UTF-8"));
                add(ExamRecords.of(patient, "result.hl7", "HL7v2-ORU", "UTF-8"));
                add(ExamRecords.of(patient, "note.hl7", "HL7v2-note", "UTF-8"));
            }
            case RUSSIAN, GERMAN -> {
                add(ExamRecords.of(patient, "result.hl7", "HL7v2-ORU", "UTF-8"));
                add(ExamRecords.of(patient, "note.hl7", "HL7v2-note", "UTF-8"));
            }
            case JAPANESE, GREEK -> add(ExamRecords.of(patient, "bundle.json", "FHIR-JSON", "UTF-8"));
            default -> {
                // the patient has images only
            }
        }
    }

    private void add(ExamFile file) throws IOException {
        write(file.object(), file.bytes(), file.checks());
    }

    private void add(ExamRecords.Made made) throws IOException {
        write(made.object(), made.bytes(), made.checks());
    }

    private void write(ExamObject object, byte[] bytes, List<Check> own) throws IOException {
        Path file = folder.resolve(object.name());
        Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
        Files.write(file, bytes);
        objects.add(object);
        checks.addAll(own);
    }
}
