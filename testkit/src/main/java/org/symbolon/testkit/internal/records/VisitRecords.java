package org.symbolon.testkit.internal.records;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.symbolon.testkit.PlantedValue.Kind;
import org.symbolon.testkit.internal.Randomness;
import org.symbolon.testkit.internal.people.Cast;
import org.symbolon.testkit.internal.people.Person;
import org.symbolon.testkit.internal.people.Script;
import org.symbolon.testkit.internal.study.Planter;
import org.symbolon.testkit.internal.study.StudyContext;

/**
 * The records of one person's visits, in the order of the visits. Each visit points to the one before it at the same clinic. Not
 * thread-safe.
 */
public final class VisitRecords {
    /** Takes one record after another. */
    public interface Sink {
        /**
         * @param name file name with its extension
         * @param format HL7 v2, CDA or FHIR
         */
        void record(StudyContext study, String name, String format, String visitNumber, byte[] content)
                throws IOException;
    }

    private static final int STEP_RECORDS = 4;
    private static final Charset LATIN_2 = Charset.forName("ISO-8859-2");

    private final long seed;
    private final Planter planter;
    private final Sink sink;
    private final Diseases diseases = new Diseases();
    private final V2Records v2;
    private final CdaRecords cda;
    private final FhirRecords fhir;
    /** By clinic: number and date of the latest visit. */
    private final Map<String, String[]> latest = new HashMap<>();

    public VisitRecords(long seed, Planter planter, Sink sink) {
        this.seed = seed;
        this.planter = planter;
        this.sink = sink;
        Narrative narrative = new Narrative();
        this.v2 = new V2Records(narrative, diseases);
        this.cda = new CdaRecords(narrative, diseases);
        this.fhir = new FhirRecords(narrative, diseases);
    }

    /** One person in twelve came once without leaving a record: images alone. */
    private static boolean hasRecords(Person person, int study) {
        return person.number() % Cast.ROUND != Cast.ROUND - 1 || study != 0;
    }

    /** Writes the records of the visit that the study was made in. */
    public void write(StudyContext study, String modality) throws IOException {
        if (!hasRecords(study.person(), study.number())) {
            return;
        }
        SampleVisit visit = visit(study, modality);
        plant(visit);
        boolean latin2 = study.person().script() == Script.POLISH;
        Charset charset = latin2 ? LATIN_2 : StandardCharsets.UTF_8;
        String hl7Charset = latin2 ? "8859/2" : "UNICODE UTF-8";
        write(visit, "ADT_A01.hl7", "HL7 v2", v2.admission(visit, hl7Charset).getBytes(charset));
        switch ((study.person().number() + study.number()) % 3) {
            case 0 ->
                write(
                        visit,
                        "discharge.xml",
                        "CDA",
                        cda.dischargeSummary(visit, charset.name()).getBytes(charset));
            case 1 -> write(visit, "visit.json", "FHIR", fhir.document(visit).getBytes(StandardCharsets.UTF_8));
            default ->
                write(
                        visit,
                        "ORU_R01.hl7",
                        "HL7 v2",
                        v2.results(visit, hl7Charset).getBytes(charset));
        }
    }

    private void write(SampleVisit visit, String name, String format, byte[] content) throws IOException {
        sink.record(visit.study(), name, format, visit.number(), content);
    }

    private SampleVisit visit(StudyContext study, String modality) {
        Person person = study.person();
        String clinic = study.registration().clinic().folder();
        String number = number(study);
        String[] previous = latest.getOrDefault(clinic, new String[] {"", study.date()});
        latest.put(clinic, new String[] {number, study.date()});
        return new SampleVisit(
                study,
                modality,
                number,
                previous[0],
                previous[1],
                nationalId(person),
                Language.of(study.registration().clinic()),
                diseases.codes(modality, person.number(), study.number()),
                Laboratory.results(Randomness.of(seed, STEP_RECORDS, person.number(), study.number())));
    }

    /** Most clinics number visits so that the number can be encrypted in its own form; one writes words. */
    private static String number(StudyContext study) {
        long index = 100L * study.person().number() + study.number() + 70_117;
        return study.registration().clinic().folder().equals("brzozowa")
                ? String.format(Locale.ROOT, "wizyta %s/%06d", study.date().substring(0, 4), index)
                : String.format(Locale.ROOT, "V%s-%07d", study.date().substring(0, 4), index);
    }

    private static String nationalId(Person person) {
        return String.format(
                Locale.ROOT,
                "%d%s%05d",
                person.sex().equals("F") ? 4 : 3,
                person.birthDate().substring(2),
                10_457 + 911L * person.number());
    }

    private void plant(SampleVisit visit) {
        Person person = visit.person();
        Script script = person.script();
        planter.text(Kind.OTHER_NUMBER, visit.number(), script);
        planter.text(Kind.PATIENT_ID, visit.nationalId(), script);
        planter.text(Kind.PATIENT_NAME, Narrative.genitive(visit), script);
        planter.name(Kind.PATIENT_NAME, person.name(), script);
        planter.name(Kind.OTHER_PERSON_NAME, person.relative(), script);
        planter.name(Kind.OTHER_PERSON_NAME, person.physician(), script);
        planter.text(Kind.OTHER_PERSON_NAME, Narrative.spoken(visit.clinic().radiologist()), Script.ENGLISH);
        for (String part : person.address().split(", ")) {
            planter.text(Kind.ADDRESS, part, script);
        }
    }
}
