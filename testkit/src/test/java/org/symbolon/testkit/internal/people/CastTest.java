package org.symbolon.testkit.internal.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CastTest {
    private static final int ROUNDS = 200;

    private final Cast cast = new Cast(20_260_401L);

    @Test
    void aRecordOfAClinicIsOnePerson() {
        Set<Registration> records = new HashSet<>();
        for (int number = 0; number < ROUNDS * Cast.ROUND; number++) {
            for (Registration registration : cast.person(number).registrations()) {
                assertThat(records.add(registration)).isTrue();
                assertThat(registration.patientId()).hasSizeBetween(11, 64);
            }
        }
    }

    @Test
    void theFirstTwoOfEachRoundShareAnId() {
        for (int round = 0; round < ROUNDS; round++) {
            Registration first = cast.person(round * Cast.ROUND).registrations().get(0);
            Registration second =
                    cast.person(round * Cast.ROUND + 1).registrations().get(0);
            assertThat(first.patientId()).isEqualTo(second.patientId());
            assertThat(first.clinic()).isNotEqualTo(second.clinic());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTextOfAPersonFitsTheCharacterSet(Script script) {
        IntStream.range(0, ROUNDS * Cast.ROUND)
                .mapToObj(cast::person)
                .filter(person -> person.script() == script)
                .forEach(person -> {
                    assertThat(script.writes(person.name().dicom())).isTrue();
                    assertThat(script.writes(person.birthName().dicom())).isTrue();
                    assertThat(script.writes(person.relative().spoken())).isTrue();
                    assertThat(script.writes(person.physician().dicom())).isTrue();
                    assertThat(script.writes(person.address())).isTrue();
                    assertThat(person.phone()).hasSizeLessThanOrEqualTo(16);
                    assertThat(person.name().groups())
                            .allMatch(group -> group.dicom().length() <= 64);
                });
    }
}
