package org.symbolon.analytics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitFactsTest {
    private static final VisitFacts ONE = new VisitFacts(
            "F", "1950-05-05", "2026-02-01", Set.of("C34.1"), Set.of(new Measurement("t", "", "g", "", 2)));
    private static final VisitFacts OTHER =
            new VisitFacts("", "1950", "2026-01-31", Set.of("J18.9"), Set.of(new Measurement("t", "T", "g", "", 2)));

    @Test
    void mergingIsTheSameInAnyOrderAndSurvivesJson() {
        VisitFacts merged = ONE.with(OTHER);
        assertThat(OTHER.with(ONE)).isEqualTo(merged);
        assertThat(merged.sex()).isEqualTo("F");
        assertThat(merged.date()).isEqualTo("2026-01-31");
        assertThat(merged.codes()).containsExactly("C34.1", "J18.9");
        byte[] json = merged.json();
        assertThat(VisitFacts.read(json, json.length)).isEqualTo(merged);
    }

    @Test
    void contradictorySexIsUnknownWhateverFollows() {
        VisitFacts male = new VisitFacts("M", "", "", Set.of(), Set.of());
        assertThat(ONE.with(male).with(ONE).knownSex()).isEqualTo("unknown");
        assertThat(male.with(ONE.with(ONE)).knownSex()).isEqualTo("unknown");
    }

    @ParameterizedTest
    @CsvSource({
        "1950-05-05,2020-05-04,60-69",
        "1950-05-05,2020-05-05,70-79",
        "1950,2020-05-05,70-79",
        "2020-01-01,2020-05-05,00-09",
        "1900-01-01,2020-05-05,90+",
        "2021-01-01,2020-05-05,unknown",
        "'',2020-05-05,unknown",
        "1950,'',unknown"
    })
    void ageIsThatAtTheVisit(String birthDate, String date, String band) {
        assertThat(new VisitFacts("", birthDate, date, Set.of(), Set.of()).ageBand())
                .isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"c341,C34.1", "C34.1,C34.1", "' C34 ',C34", "A00.0+,A00.0", "S72.001A,S72.001A"})
    void codesHaveOneSpelling(String written, String canonical) {
        assertThat(Icd10.canonical(written)).contains(canonical);
    }

    @Test
    void whatIsNoCodeIsNone() {
        assertThat(Icd10.canonical("Lung cancer")).isEmpty();
        assertThat(Icd10.canonical("")).isEmpty();
    }
}
