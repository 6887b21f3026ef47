package org.symbolon.deidentification.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuePatternTest {
    @ParameterizedTest
    @CsvSource({
        "ct, CT, true",
        "CT, CTA, false",
        "*GE*, GE MEDICAL SYSTEMS, true",
        "GE*SYSTEMS, GE MEDICAL SYSTEMS, true",
        "GE*SYSTEM, GE MEDICAL SYSTEMS, false",
        "*a*b*c, xaxbxbxc, true",
        "A?C, ABC, true",
        "A?C, AC, false",
        "SECONDARY, DERIVED\\SECONDARY\\OTHER, true",
        "SECOND, DERIVED\\SECONDARY\\OTHER, false",
        "*, '', false",
        "'', '', true",
        "'', x, false"
    })
    void matches(String pattern, String value, boolean expected) {
        assertThat(ValuePattern.text(pattern).matches(value)).isEqualTo(expected);
    }

    @Test
    void numbersLieInTheirRange() {
        ValuePattern range = Objects.requireNonNull(ValuePattern.numbers("1-640"));

        assertThat(range.matches("640")).isTrue();
        assertThat(range.matches("641")).isFalse();
        assertThat(range.matches("")).isFalse();
        assertThat(range.matches("wide")).isFalse();
        assertThat(ValuePattern.numbers("640-1")).isNull();
        assertThat(ValuePattern.numbers("many")).isNull();
    }

    @Test
    void manyStarsDoNotTakeLong() {
        assertThat(ValuePattern.text("*a".repeat(2000) + "b").matches("a".repeat(20_000)))
                .isFalse();
    }
}
