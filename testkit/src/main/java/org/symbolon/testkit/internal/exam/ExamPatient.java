package org.symbolon.testkit.internal.exam;

import java.util.Locale;
import org.symbolon.testkit.internal.Randomness;
import org.symbolon.testkit.internal.people.Clinic;
import org.symbolon.testkit.internal.people.NameGroup;
import org.symbolon.testkit.internal.people.Person;
import org.symbolon.testkit.internal.people.Registration;
import org.symbolon.testkit.internal.people.Script;

/**
 * A patient of the exam and the one study that all objects of the patient belong to.
 *
 * @param nationalNumber of the patient's country, or a social security number
 * @param colleague a physician whom no attribute names, only texts do, behind a title
 * @param stranger somebody whom neither an attribute nor a title gives away
 */
public record ExamPatient(
        Person person,
        String birthDate,
        String nationalNumber,
        String colleague,
        String stranger,
        String studyUid,
        String frameOfReferenceUid,
        String accession,
        String studyId,
        String studyDate,
        String earlierDate,
        String seed) {
    private static final String ROOT = "1.3.6.1.4.1.32473.77.";
    private static final int VERY_OLD = 4;
    private static final int STEP = 90;
    private static final String[] COLLEAGUES = {
        "Blenkinsop",
        "Zielonkowski",
        "Adomaitytė",
        "Ferrabosco",
        "Quackenbush",
        "Ostrowidzki",
        "Vandermolen",
        "Thistlethwaite",
        "Kvedaravičius",
        "Szczepanowska",
        "Middleditch",
        "Hohenlohe"
    };
    private static final String[] STRANGERS = {
        "Jozwiakowski",
        "Marchetti",
        "Gudonyte",
        "Papadakis",
        "Wolowitz",
        "Krzyzaniak",
        "Delacroix",
        "Abernathy",
        "Stankevicius",
        "Borowiecka",
        "Ramsbottom",
        "Lindqvist"
    };

    static ExamPatient of(long seed, Person person) {
        Randomness random = Randomness.of(seed, STEP, person.number());
        String token = random.digits(10);
        int number = person.number();
        String birthDate = number == VERY_OLD ? "19280315" : person.birthDate();
        String date = String.format(Locale.ROOT, "%04d%02d%02d", 2019 + number % 4, 2 + number % 9, 11 + number % 17);
        String earlier =
                String.format(Locale.ROOT, "%04d-%02d-%02d", 2016 + number % 2, 1 + number % 9, 13 + number % 14);
        return new ExamPatient(
                person,
                birthDate,
                nationalNumber(person, birthDate, random),
                COLLEAGUES[number % COLLEAGUES.length],
                STRANGERS[number % STRANGERS.length],
                ROOT + token + "." + number + ".1",
                ROOT + token + "." + number + ".2",
                "AX" + random.digits(7),
                "ST" + random.digits(6),
                date,
                earlier,
                token);
    }

    private static String nationalNumber(Person person, String birthDate, Randomness random) {
        int serial = random.below(9_000) + 100;
        return switch (person.script()) {
            case POLISH -> NationalNumbers.pesel(birthDate, serial);
            case LITHUANIAN ->
                NationalNumbers.asmensKodas(birthDate, person.sex().equals("F"), serial);
            default -> NationalNumbers.socialSecurityNumber(serial);
        };
    }

    Registration registration() {
        return person.registrations().get(0);
    }

    Clinic clinic() {
        return registration().clinic();
    }

    /** Unlike those of the sample hospital, patient IDs of the exam belong to one person each: MIDI-B's mapping table knows no issuers. */
    String id() {
        return registration().patientId() + (person.number() == 1 ? "7" : "");
    }

    Script script() {
        return person.script();
    }

    /** In letters that every descriptor takes, where the name has some. */
    NameGroup latin() {
        return person.name().alphabetic();
    }

    String family() {
        return latin().family();
    }

    String given() {
        return latin().given();
    }

    /** Another UID of the patient's study. */
    String uid(int series, int instance) {
        return ROOT + seed + "." + person.number() + ".3." + series + "." + instance;
    }

    /** The colleague in letters that the patient's character set has. */
    String colleagueIn() {
        return script().writes(colleague)
                ? colleague
                : java.text.Normalizer.normalize(colleague, java.text.Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "");
    }

    String age() {
        int years = Integer.parseInt(studyDate.substring(0, 4)) - Integer.parseInt(birthDate.substring(0, 4));
        boolean toCome = studyDate.substring(4).compareTo(birthDate.substring(4)) < 0;
        return String.format(Locale.ROOT, "%03dY", toCome ? years - 1 : years);
    }

    boolean isVeryOld() {
        return person.number() == VERY_OLD;
    }
}
