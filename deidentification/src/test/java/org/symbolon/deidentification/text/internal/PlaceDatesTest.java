package org.symbolon.deidentification.text.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceDatesTest {
    private static final long SEED = 20190312;

    @ParameterizedTest
    @CsvSource({
        "20200301, 20200229",
        "20190301, 20190228",
        "20000301, 20000229",
        "2019-01-01, 2018-12-31",
        "201903121030, 201903111030",
        "2019031210, 2019031110",
        "20190312103015.1234+0200, 20190311103015.1234+0200",
        "20190312+0200, 20190311+0200",
        "2019-03-12T10:30:15.123Z, 2019-03-11T10:30:15.123Z",
        "2019-03-12T10:30:15-05:00, 2019-03-11T10:30:15-05:00",
        "2019-03-12 10:30, 2019-03-11 10:30",
        "2019, 2018",
        "2019-03, 2019-02",
        "201903, 201902",
        "' 20190312 ', ' 20190311 '"
    })
    void aDayEarlierInTheSameForm(String written, String moved) {
        assertThat(PlaceDates.shift(written, -1)).contains(moved);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "20190229",
                "20191312",
                "yesterday",
                "12.03.2019",
                "00010101",
                "2019-3-1",
                "20191",
                "2019-03T10:00"
            })
    void whatIsNoDateIsNotMoved(String written) {
        assertThat(PlaceDates.shift(written, -1)).isEmpty();
    }

    @Test
    void anyDayMovedThereAndBackIsTheSame() {
        Random random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            LocalDate day = LocalDate.of(1900, 1, 1).plusDays(random.nextInt(60_000));
            int days = 1 + random.nextInt(365);
            for (String written :
                    new String[] {day.toString(), day.format(DateTimeFormatter.BASIC_ISO_DATE), day + "T23:59:59+02:00"
                    }) {
                String moved = PlaceDates.shift(written, -days).orElseThrow();
                assertThat(moved).hasSameSizeAs(written);
                assertThat(PlaceDates.day(moved)).contains(day.minusDays(days));
                assertThat(PlaceDates.shift(moved, days)).contains(written);
            }
        }
    }
}
