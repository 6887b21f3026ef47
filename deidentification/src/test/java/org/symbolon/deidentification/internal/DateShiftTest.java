package org.symbolon.deidentification.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateShiftTest {

    @ParameterizedTest
    @CsvSource({
        "20240301, 20240229",
        "20230101, 20221231",
        "2023.01.01, 2022.12.31",
        "20230101120000, 20221231120000",
        "20230101120000.123456+0100, 20221231120000.123456+0100",
        "2023010112, 2022123112",
        "202301, 202212",
        "2023, 2022",
        "2023+0100, 2022+0100",
        "20230101-0500, 20221231-0500",
        "20230101\\20230102, 20221231\\20230101"
    })
    void movesDatesBackByOneDay(String value, String expected) {
        assertThat(DateShift.shift(value, -1)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Muster",
                "20230230",
                "20231301",
                "2023013",
                "19610017",
                "20230101 Muster",
                "20230101-20230201",
                "2023-01-01",
                "20230101\\Muster",
                "202301x",
                "20230101250",
                "2023011"
            })
    void refusesWhatIsNoDate(String value) {
        assertThat(DateShift.shift(value, -1)).isEmpty();
    }

    @Test
    void refusesToLeaveTheYearsThatHaveAForm() {
        assertThat(DateShift.shift("00010101", -1)).isEmpty();
        assertThat(DateShift.shift("99991231", 1)).isEmpty();
    }

    @Test
    void keepsSpacesAndEmptyValues() {
        assertThat(DateShift.shift("20230102 ", -1)).contains("20230101 ");
        assertThat(DateShift.shift("", -1)).contains("");
        assertThat(DateShift.shift("\\20230102", -1)).contains("\\20230101");
    }
}
