package org.symbolon.testkit.internal.records;

import java.util.List;
import org.symbolon.testkit.internal.people.Clinic;
import org.symbolon.testkit.internal.people.Person;
import org.symbolon.testkit.internal.study.StudyContext;

/**
 * One visit of a person: what its records tell.
 *
 * @param study for whose sake the person came
 * @param modality of that study
 * @param number of the visit
 * @param previousNumber empty for the first visit to the clinic
 * @param previousDate YYYYMMDD; of the first visit to the clinic its own date
 * @param nationalId of the person
 * @param diagnoses ICD-10 codes, the main one first
 */
record SampleVisit(
        StudyContext study,
        String modality,
        String number,
        String previousNumber,
        String previousDate,
        String nationalId,
        Language language,
        List<String> diagnoses,
        List<Laboratory.Result> results) {

    Person person() {
        return study.person();
    }

    Clinic clinic() {
        return study.registration().clinic();
    }

    /** YYYYMMDDHHMM of the visit's beginning. */
    String start() {
        return study.date() + study.time().substring(0, 4);
    }

    /** YYYYMMDD: three days later, within the month. */
    String end() {
        int day = Math.min(28, Integer.parseInt(study.date().substring(6)) + 3);
        return study.date().substring(0, 6) + (day < 10 ? "0" : "") + day;
    }

    /** The finding's subject in the narrative. */
    String finding() {
        return switch (modality) {
            case "CT" -> "finding.tumour";
            case "MR" -> "finding.head";
            case "MG" -> "finding.breast";
            case "US" -> "finding.heart";
            default -> "finding.chest";
        };
    }

    /** LOINC code and name of the imaging report. */
    String[] report() {
        return switch (modality) {
            case "CT" -> new String[] {"24627-2", "CT Chest"};
            case "MR" -> new String[] {"24590-2", "MR Brain"};
            case "MG" -> new String[] {"24606-6", "MG Breast Screening"};
            case "US" -> new String[] {"34552-0", "US Heart"};
            default -> new String[] {"36643-5", "XR Chest 2 Views"};
        };
    }

    /** ICD-9-CM volume 3 code and name of the procedure. */
    String[] procedure() {
        return switch (modality) {
            case "CT" -> new String[] {"87.41", "C.A.T. scan of thorax"};
            case "MR" -> new String[] {"88.91", "Magnetic resonance imaging of brain and brain stem"};
            case "MG" -> new String[] {"87.37", "Other mammography"};
            case "US" -> new String[] {"88.72", "Diagnostic ultrasound of heart"};
            default -> new String[] {"87.44", "Routine chest x-ray, so described"};
        };
    }
}
