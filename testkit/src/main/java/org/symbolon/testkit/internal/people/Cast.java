package org.symbolon.testkit.internal.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.symbolon.testkit.internal.Randomness;

/**
 * Who lives in the sample hospital. Person {@code n} depends on the seed and {@code n} alone. In every round of
 * {@link #ROUND} people, the first two are different people of two clinics with one patient ID, and the third has an ID at
 * each of two clinics.
 */
public final class Cast {
    /** People after whom scripts, clinics and kinds of study repeat. */
    public static final int ROUND = Script.values().length;

    private static final List<Script> SCRIPTS = List.of(Script.values());

    private static final int STEP_PERSON = 1;
    private static final List<Clinic> CLINICS = List.of(Clinic.GABRIEL, Clinic.BRZOZOWA, Clinic.HARROW);

    private final long seed;
    private final Vocabulary vocabulary = new Vocabulary();

    public Cast(long seed) {
        this.seed = seed;
    }

    public static List<Clinic> clinics() {
        return CLINICS;
    }

    public Person person(int number) {
        Randomness random = Randomness.of(seed, STEP_PERSON, number);
        int slot = number % ROUND;
        int round = number / ROUND;
        Script script = SCRIPTS.get(slot);
        boolean female = slot % 2 == 0 ^ round % 2 == 1;
        List<String> family = family(script, female, random);
        List<String> given = given(script, female, random);
        PersonName name = script == Script.ENGLISH
                ? PersonName.of(new NameGroup(family.get(0), given.get(0), "J", "", "").upperCase())
                : join(family, given);
        PersonName birthName = join(family(script, female, random), given);
        PersonName relative = join(family(script, !female, random), given(script, !female, random));
        PersonName physician = join(family(script, true, random), given(script, true, random));
        String address = random.pick(vocabulary.words(script, Vocabulary.STREET))
                + ", "
                + random.pick(vocabulary.words(script, Vocabulary.TOWN));
        String phone = "+" + random.between(30, 99) + " 55" + random.below(10) + " " + random.digits(3) + " "
                + random.digits(4);
        String email = "patient." + random.digits(7) + "@post.example.org";
        String birthDate = String.format(
                Locale.ROOT, "%04d%02d%02d", random.between(1931, 1998), random.between(1, 12), random.between(1, 28));
        return new Person(
                number,
                script,
                female ? "F" : "M",
                name,
                birthName,
                relative,
                physician,
                birthDate,
                address,
                phone,
                email,
                registrations(slot, round, number));
    }

    private static List<Registration> registrations(int slot, int round, int number) {
        return switch (slot) {
            case 0, 1 -> List.of(new Registration(CLINICS.get(slot), "MRN-4077" + padded(1208 + 7919L * round)));
            case 2 ->
                List.of(
                        new Registration(Clinic.GABRIEL, gabrielId(number)),
                        new Registration(Clinic.HARROW, harrowId(number)));
            default ->
                switch (slot % 3) {
                    case 0 -> List.of(new Registration(Clinic.GABRIEL, gabrielId(number)));
                    case 1 ->
                        List.of(new Registration(Clinic.BRZOZOWA, "P/" + padded(471_193L + 104_729L * number) + "-K"));
                    default -> List.of(new Registration(Clinic.HARROW, harrowId(number)));
                };
        };
    }

    /** All digits, long enough that chance does not write it into a UID. */
    private static String gabrielId(int number) {
        return "9990" + padded(60_317_455L + 15_485_863L * number);
    }

    private static String harrowId(int number) {
        return "HV" + padded(20_471_188L + 32_452_843L * number) + "x";
    }

    private static String padded(long value) {
        return String.format(Locale.ROOT, "%08d", value % 100_000_000L);
    }

    private List<String> family(Script script, boolean female, Randomness random) {
        String word = random.pick(vocabulary.words(script, Vocabulary.FAMILY));
        String[] bySex = word.split("/", -1);
        return groups(bySex.length == 1 || female ? bySex[0] : bySex[1]);
    }

    private List<String> given(Script script, boolean female, Randomness random) {
        return groups(random.pick(vocabulary.words(script, female ? Vocabulary.GIVEN_FEMALE : Vocabulary.GIVEN_MALE)));
    }

    private static List<String> groups(String word) {
        return List.of(word.split("\\|"));
    }

    private static PersonName join(List<String> family, List<String> given) {
        List<NameGroup> groups = new ArrayList<>();
        for (int i = 0; i < family.size(); i++) {
            groups.add(NameGroup.of(family.get(i), given.get(i)));
        }
        return new PersonName(groups);
    }
}
