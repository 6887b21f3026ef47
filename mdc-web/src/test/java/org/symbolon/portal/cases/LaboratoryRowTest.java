package org.symbolon.portal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.model.visit.CodedText;
import org.symbolon.model.visit.LaboratoryResult;

class LaboratoryRowTest {
    @ParameterizedTest
    @CsvSource({
        "118, 130-170, '', LOW",
        "130, 130-170, '', NORMAL",
        "171, 130 - 170 g/L, '', HIGH",
        "46, <5, '', HIGH",
        "55, > 60, '', LOW",
        "'4,2', '3,5 to 5,1', '', NORMAL",
        "4.2, 3.5-5.1, H, HIGH",
        "200, 3.5-5.1, N, NORMAL",
        "positive, negative, A, ABNORMAL",
        "positive, negative, '', NORMAL",
    })
    void marksByFlagElseByRange(String value, String range, String flag, LaboratoryRow.Mark mark) {
        LaboratoryResult result =
                new LaboratoryResult(new CodedText("LOINC", "718-7", "", ""), value, "", range, flag, "");
        assertThat(LaboratoryRow.of(result).mark()).isEqualTo(mark);
        assertThat(LaboratoryRow.of(result).test()).isEqualTo("718-7");
    }
}
