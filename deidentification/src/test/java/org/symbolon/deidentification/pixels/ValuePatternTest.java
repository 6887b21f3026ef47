package org.symbolon.deidentification.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.dicom.Tags;

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
        assertThat(ValuePattern.text(pattern).matches(values(value))).isEqualTo(expected);
    }

    @Test
    void numbersLieInTheirRange() {
        ValuePattern range = Objects.requireNonNull(ValuePattern.numbers("1-640"));

        assertThat(range.matches(values("640"))).isTrue();
        assertThat(range.matches(values("641"))).isFalse();
        assertThat(range.matches(values(""))).isFalse();
        assertThat(range.matches(values("wide"))).isFalse();
        assertThat(ValuePattern.numbers("640-1")).isNull();
        assertThat(ValuePattern.numbers("many")).isNull();
    }

    @Test
    void manyStarsDoNotTakeLong() {
        assertThat(ValuePattern.text("*a".repeat(2000) + "b").matches(values("a".repeat(20_000))))
                .isFalse();
    }

    private static String[] values(String text) {
        return new FactValues(Facts.of("", Tags.ImageType, text), List.of(facts -> facts.text(Tags.ImageType))).of(0);
    }
}
