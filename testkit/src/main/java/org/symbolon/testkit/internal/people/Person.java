package org.symbolon.testkit.internal.people;

import java.util.List;

/**
 * An invented person.
 *
 * @param number from 0
 * @param sex Patient's Sex (0010,0040)
 * @param birthDate Patient's Birth Date (0010,0030)
 * @param birthName Patient's Birth Name (0010,1005)
 * @param registrations one, or two for a person with two IDs, the older first
 * @param relative next of kin, named in comments
 * @param physician who referred the person, in the person's script
 */
public record Person(
        int number,
        Script script,
        String sex,
        PersonName name,
        PersonName birthName,
        PersonName relative,
        PersonName physician,
        String birthDate,
        String address,
        String phone,
        String email,
        List<Registration> registrations) {
    public Person {
        registrations = List.copyOf(registrations);
    }
}
