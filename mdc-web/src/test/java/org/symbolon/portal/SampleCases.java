package org.symbolon.portal;

import java.io.IOException;
import java.util.List;
import org.symbolon.archive.RecordArchive;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.visit.CodedText;
import org.symbolon.model.visit.Description;
import org.symbolon.model.visit.LaboratoryResult;
import org.symbolon.model.visit.Visit;
import org.symbolon.model.visit.VisitRecord;

/** A few visits of three patients, written by us. */
public final class SampleCases {
    public static final OrganisationId HOSPITAL = new OrganisationId("hospital");
    public static final String LUNG_VISIT = "V7K2-CHEST";

    private SampleCases() {}

    /** Stores all of them; the lung case has the images of accession number {@code A-1001}. */
    public static void store(RecordArchive archive) throws IOException {
        put(archive, "doc1", lungAdmission());
        put(archive, "doc2", lungReport());
        put(
                archive,
                "doc3",
                visit(
                        "V6A1-COUGH",
                        "",
                        "2023-11-04",
                        "PX41",
                        "M",
                        "1957-02-11",
                        "J20.9",
                        "Acute bronchitis, unspecified",
                        text(Description.Kind.COMPLAINTS, "Cough for two weeks, no fever."),
                        text(
                                Description.Kind.RECOMMENDATIONS,
                                "Return if the cough lasts longer than another three weeks.")));
        put(
                archive,
                "doc4",
                visit(
                        "V2B9-KASZEL",
                        "",
                        "2024-01-22",
                        "PX42",
                        "F",
                        "1981-07-30",
                        "C34.3",
                        "Nowotwór dolnego płata oskrzela lub płuca",
                        text(Description.Kind.COMPLAINTS, "Kaszel i duszność od trzech miesięcy."),
                        text(Description.Kind.CT, "Guz płata dolnego prawego 34 mm, bez przerzutów odległych.")));
        put(
                archive,
                "doc5",
                visit(
                        "V3C3-HEART",
                        "",
                        "2024-02-02",
                        "PX43",
                        "F",
                        "1931-05-05",
                        "I21.4",
                        "Non-ST elevation myocardial infarction",
                        text(Description.Kind.ECG, "ST depression in V4 to V6."),
                        text(
                                Description.Kind.EPICRISIS,
                                "Coronary angiography with stenting of the left anterior descending artery.")));
        put(
                archive,
                "doc6",
                visit(
                        "V4D4-KNEE",
                        "",
                        "2024-02-20",
                        "PX44",
                        "M",
                        "1999-12-31",
                        "M17.11",
                        "Unilateral primary osteoarthritis, right knee",
                        text(Description.Kind.X_RAY, "Narrowed medial joint space.")));
        put(
                archive,
                "doc7",
                visit(
                        "V5E5-PLEURA",
                        "V2B9-KASZEL",
                        "2024-03-15",
                        "PX42",
                        "F",
                        "1981-07-30",
                        "J90",
                        "Wysięk opłucnowy",
                        text(Description.Kind.ULTRASOUND, "Płyn w prawej jamie opłucnej, około 600 ml.")));
        put(
                archive,
                "doc8",
                visit(
                        "",
                        "",
                        "2024-03-18",
                        "PX45",
                        "F",
                        "",
                        "E11.9",
                        "Type 2 diabetes mellitus without complications",
                        text(Description.Kind.OBSERVATIONS, "Well controlled.")));
    }

    private static VisitRecord lungAdmission() {
        return new VisitRecord(
                "CDA 18842-5",
                "d1",
                "PX41",
                "M",
                "1957-02-11",
                "2024-03-11",
                "en",
                List.of(new Visit(LUNG_VISIT, "V6A1-COUGH", "2024-03-11T09:20", "2024-03-19", "inpatient")),
                List.of("A-1001"),
                List.of(
                        new CodedText(
                                CodedText.ICD_10, "C34.1", "Malignant neoplasm of upper lobe, bronchus or lung", ""),
                        new CodedText(
                                CodedText.ICD_10, "J44.9", "Chronic obstructive pulmonary disease, unspecified", "")),
                List.of(
                        new CodedText(CodedText.ICD_9, "33.24", "Closed (endoscopic) biopsy of bronchus", "2024-03-12"),
                        new CodedText(
                                CodedText.ICD_9, "87.41", "Computerised axial tomography of thorax", "2024-03-11")),
                List.of(
                        laboratory("Haemoglobin", "118", "g/L", "130-170", ""),
                        laboratory("Leukocytes", "11.9", "10*9/L", "4.0-10.0", "H"),
                        laboratory("C-reactive protein", "46", "mg/L", "<5", ""),
                        laboratory("Sodium", "139", "mmol/L", "136-145", ""),
                        laboratory("Creatinine", "84", "µmol/L", "62-106", "N")),
                List.of(
                        text(
                                Description.Kind.COMPLAINTS,
                                "Cough for four months, blood-streaked sputum twice, weight loss of seven kilograms."),
                        text(Description.Kind.HISTORY, "Retired welder. Treated for chronic bronchitis since 2012."),
                        text(Description.Kind.ADDICTIONS, "Forty pack-years; stopped smoking last year."),
                        text(
                                Description.Kind.EPICRISIS,
                                "Bronchoscopy showed a narrowed right upper lobe bronchus. Biopsy: adenocarcinoma.\nStaging: cT2a N1 M0. The case was discussed by the tumour board."),
                        text(
                                Description.Kind.RECOMMENDATIONS,
                                "Referral for right upper lobectomy. Pulmonary rehabilitation before the operation.")));
    }

    private static VisitRecord lungReport() {
        return new VisitRecord(
                "ORU^R01",
                "d2",
                "PX41",
                "M",
                "1957-02-11",
                "2024-03-11",
                "en",
                List.of(new Visit(LUNG_VISIT, "", "2024-03-11", "", "")),
                List.of("A-1001"),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        text(
                                Description.Kind.CT,
                                "Spiculated mass of 28 mm in the right upper lobe with a pleural tag. Enlarged right hilar lymph node, 14 mm.\nNo effusion. No suspicious bone lesion in the field.")));
    }

    private static VisitRecord visit(
            String number,
            String previous,
            String date,
            String patient,
            String sex,
            String birth,
            String code,
            String title,
            Description... descriptions) {
        List<Visit> visits =
                number.isEmpty() ? List.of() : List.of(new Visit(number, previous, date, date, "outpatient"));
        return new VisitRecord(
                "FHIR Bundle",
                "",
                patient,
                sex,
                birth,
                date,
                "",
                visits,
                List.of(),
                List.of(new CodedText(CodedText.ICD_10, code, title, date)),
                List.of(),
                List.of(),
                List.of(descriptions));
    }

    private static Description text(Description.Kind kind, String text) {
        return new Description(kind, "", text, "");
    }

    private static LaboratoryResult laboratory(String test, String value, String unit, String range, String flag) {
        return new LaboratoryResult(
                new CodedText(CodedText.LOINC, "", test, ""), value, unit, range, flag, "2024-03-11");
    }

    private static void put(RecordArchive archive, String id, VisitRecord visit) throws IOException {
        archive.store(HOSPITAL, id, "application/octet-stream", new byte[] {1}, visit);
    }
}
