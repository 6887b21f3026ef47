package org.symbolon.testkit.internal.study;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.symbolon.testkit.internal.Randomness;
import org.symbolon.testkit.internal.people.Person;
import org.symbolon.testkit.internal.people.Registration;

/** All studies of one person, from the seed and the person alone. */
public final class PersonStudies {
    private static final int STEP_STUDY = 2;
    private static final int STEP_ANATOMY = 3;

    private PersonStudies() {}

    /** Draws and hands over the objects one after the other. */
    public static void write(long seed, Person person, Planter planter, ObjectSink sink) throws IOException {
        List<Programme.Planned> programme = Programme.of(person.number());
        long anatomySeed = Randomness.of(seed, STEP_ANATOMY, person.number()).nextLong();
        for (int number = 0; number < programme.size(); number++) {
            Programme.Planned planned = programme.get(number);
            Randomness random = Randomness.of(seed, STEP_STUDY, person.number(), number);
            Registration registration = person.registrations().get(planned.registration());
            UidFactory uids = new UidFactory(registration.clinic().uidRoot(), random);
            StudyContext study = new StudyContext(
                    person,
                    registration,
                    number,
                    uids.next(),
                    Accession.number(person.number(), number),
                    "S" + random.digits(7),
                    planned.description().replace("%s", person.name().spoken()),
                    date(random, 2021 + number),
                    time(random),
                    uids.next(),
                    anatomySeed,
                    uids,
                    random,
                    planter,
                    StudyContext.noReferencesYet());
            planned.examination().write(study, sink);
        }
    }

    private static String date(Randomness random, int year) {
        return String.format(Locale.ROOT, "%04d%02d%02d", year, random.between(1, 12), random.between(1, 28));
    }

    private static String time(Randomness random) {
        return String.format(
                Locale.ROOT,
                "%02d%02d%02d.%06d",
                random.between(7, 18),
                random.below(60),
                random.below(60),
                random.below(1_000_000));
    }
}
