package org.symbolon.testkit.internal.study;

import java.util.ArrayList;
import java.util.List;
import org.symbolon.testkit.internal.Randomness;
import org.symbolon.testkit.internal.people.Person;
import org.symbolon.testkit.internal.people.Registration;

/**
 * One examination of a person, and what its series share. Not thread-safe.
 *
 * @param number of the study among the person's, from 0
 * @param description Study Description (0008,1030)
 * @param date Study Date (0008,0020)
 * @param time Study Time (0008,0030)
 * @param frameOfReferenceUid shared by the study's series where they are aligned
 * @param anatomySeed what the phantoms of this person are drawn from, the same in every study
 * @param references images that later series of the study, such as a report, may point to; filled as they are made
 */
public record StudyContext(
        Person person,
        Registration registration,
        int number,
        String studyInstanceUid,
        String accessionNumber,
        String studyId,
        String description,
        String date,
        String time,
        String frameOfReferenceUid,
        long anatomySeed,
        UidFactory uids,
        Randomness random,
        Planter planter,
        List<ImageReference> references) {

    static List<ImageReference> noReferencesYet() {
        return new ArrayList<>();
    }
}
