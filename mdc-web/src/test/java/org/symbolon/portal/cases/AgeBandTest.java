package org.symbolon.portal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeBandTest {
    @ParameterizedTest
    @CsvSource({
        "1957-02-11, 2024-03-11, 60-69",
        "1984-03-11, 2024-03-11, 40-49",
        "1984-03-12, 2024-03-11, 30-39",
        "2024-03-11, 2024-03-11, 0-9",
        "1934-03-11, 2024-03-11T10:20, 90+",
        "1900, 2024, 90+",
        "1990-06, 2020-05, 20-29",
        "19840312, 20240311, 30-39",
    })
    void tellsTenYears(String birthDate, String date, String label) {
        assertThat(AgeBand.of(birthDate, date).map(AgeBand::label)).contains(label);
    }

    @Test
    void tellsNothingWithoutDatesOrBeforeBirth() {
        assertThat(AgeBand.of("", "2024-03-11")).isEmpty();
        assertThat(AgeBand.of("1957-02-11", "")).isEmpty();
        assertThat(AgeBand.of("2024-03-12", "2024-03-11")).isEmpty();
        assertThat(AgeBand.of("1657-02-11", "2024-03-11")).isEmpty();
    }
}
