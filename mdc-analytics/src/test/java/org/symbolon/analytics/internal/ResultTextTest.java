package org.symbolon.analytics.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.analytics.Breakdown;
import org.symbolon.analytics.FrequencyRow;
import org.symbolon.analytics.Icd10Frequency;
import org.symbolon.analytics.LaboratoryRow;
import org.symbolon.analytics.LaboratoryStatistics;

class ResultTextTest {
    private static final List<FrequencyRow> ROWS = List.of(
            new FrequencyRow("C34.1", List.of("F"), 12, false), new FrequencyRow("C34.1", List.of("M"), 3, true));

    private final ResultTable frequency = ResultTable.of(new Icd10Frequency(List.of(Breakdown.SEX), 5), ROWS);

    @Test
    void maskedCountIsInNoOutput() throws IOException {
        assertThat(ResultText.csv(frequency)).isEqualTo("icd10,sex,visits\r\nC34.1,F,12\r\nC34.1,M,*\r\n");
        JsonNode rows = new ObjectMapper().readTree(ResultText.json(frequency)).get("rows");
        assertThat(rows.get(0).get("visits").asLong()).isEqualTo(12);
        assertThat(rows.get(1).get("visits").isNull()).isTrue();
        assertThat(BarChart.of(ROWS)).contains(">C34.1<", ">12<").doesNotContain(">15<", ">3<");
    }

    @Test
    void statisticsAreRoundedQuotedAndNoFormula() {
        LaboratoryRow shown =
                new LaboratoryRow("L X", "=Sum, \"all\"", "g/l", "C34", 7, 9, 1 / 3.0, 1, 2, 1200000, 4, 5, false);
        LaboratoryRow hidden = new LaboratoryRow("L X", "", "g/l", "J18", 4, 9, 1, 1, 2, 3, 4, 5, true);
        assertThat(ResultText.csv(ResultTable.of(new LaboratoryStatistics(5), List.of(shown, hidden))))
                .isEqualTo("test,name,unit,group,visits,count,mean,p5,p25,median,p75,p95\r\n"
                        + "L X,\"'=Sum, \"\"all\"\"\",g/l,C34,7,9,0.333333,1,2,1200000,4,5\r\n"
                        + "L X,,g/l,J18,*,*,*,*,*,*,*,*\r\n");
    }
}
