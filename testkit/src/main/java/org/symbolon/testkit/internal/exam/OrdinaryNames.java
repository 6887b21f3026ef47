package org.symbolon.testkit.internal.exam;

import org.symbolon.testkit.internal.Randomness;
import org.symbolon.testkit.internal.people.Cast;
import org.symbolon.testkit.internal.people.NameGroup;
import org.symbolon.testkit.internal.people.Person;
import org.symbolon.testkit.internal.people.PersonName;

/** A patient whose names are ordinary words, of medicine too. */
final class OrdinaryNames {
    private static final int STEP = 91;
    /** An English one of the second round. */
    private static final int NUMBER = 22;

    private static final String[] FAMILY = {
        "White", "Young", "Rose", "Stone", "Green", "Price", "Waters", "Gray", "Bishop", "Field"
    };
    private static final String[] GIVEN = {"Mark", "Grace", "Hope", "Will", "Dawn", "Frank", "Faith", "Summer"};

    private OrdinaryNames() {}

    static Person person(long seed, Cast cast) {
        Randomness random = Randomness.of(seed, STEP, NUMBER);
        Person other = cast.person(NUMBER);
        String family = FAMILY[random.below(FAMILY.length)];
        String given = GIVEN[random.below(GIVEN.length)];
        return new Person(
                other.number(),
                other.script(),
                other.sex(),
                PersonName.of(NameGroup.of(family, given)),
                other.birthName(),
                other.relative(),
                other.physician(),
                other.birthDate(),
                other.address(),
                other.phone(),
                other.email(),
                other.registrations());
    }
}
