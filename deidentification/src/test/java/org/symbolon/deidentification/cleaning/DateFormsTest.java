package org.symbolon.deidentification.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates are moved in the form they are written in; the patient's number of days here is -30. */
class DateFormsTest {
    private static final int DAYS = -30;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2019-03-12T10:30:15|2019-02-10T10:30:15",
                "2019/03/12|2019/02/10",
                "2019.03.12|2019.02.10",
                "12.03.2019|10.02.2019",
                "1.3.19|1.3.19",
                "01.03.19|30.01.19",
                "25/12/18|25/11/18",
                "12-Mar-2019|10-Feb-2019",
                "12-MAR-19|10-FEB-19",
                "12 Mar '19|10 Feb '19",
                "12MAR2019|10FEB2019",
                "12Mar19|10Feb19",
                "2019MAR12|2019FEB10",
                "2019-Mar-12|2019-Feb-10",
                "Mar-12-2019|Feb-10-2019",
                "March 12th, 2019|February 10th, 2019",
                "the 12th of March 2019|the 10th of February 2019",
                "Mar 2019|Jan 2019",
                "03/2019|01/2019",
                "2019-03|2019-01",
                "20190312|20190210",
                "20190312103015|20190210103015",
                "20190312T1030|20190210T1030",
                "CT20190312a|CT20190210a",
                "12. März 2019|10. Februar 2019",
                "12 mars 2019|10 février 2019",
                "12 de marzo de 2019|10 de febrero de 2019",
                "12 marzo 2019|10 febrero 2019",
                "12 marca 2019|10 lutego 2019",
                "12 марта 2019 г.|10 февраля 2019 г.",
                "в марте 2019|в январе 2019",
                "2019 m. kovo 12 d.|2019 m. vasario 10 d.",
                "12.III.2019|10.II.2019",
                "2019年3月12日|2019年2月10日",
                "平成31年3月12日|平成31年2月10日",
                "令和元年5月10日|平成31年4月10日",
                "2019년 3월 12일|2019년 2월 10일",
                "T1 2000 ms, 1850 mm, 10/12, 5.5|T1 2000 ms, 1850 mm, 10/12, 5.5",
                "version 12.3.4, image 2019|version 12.3.4, image 2019",
                "DEC 2 SEP 1 MAR 120kV|DEC 2 SEP 1 MAR 120kV",
                "99999999 and 12345678|99999999 and 12345678"
            })
    void moved(String text, String clean) {
        assertThat(cleaner(DateOrder.UNKNOWN).clean(text, TextKind.DESCRIPTION)).isEqualTo(clean);
    }

    @Test
    void whatCanBeReadInTwoWaysIsDecidedByTheHouseOrTheTextOrNobody() {
        String text = "seen 04/05/2019";
        assertThat(cleaner(DateOrder.UNKNOWN).clean(text, TextKind.NARRATIVE)).isEqualTo("seen [date]");
        assertThat(cleaner(DateOrder.DAY_FIRST).clean(text, TextKind.NARRATIVE)).isEqualTo("seen 04/04/2019");
        assertThat(cleaner(DateOrder.MONTH_FIRST).clean(text, TextKind.NARRATIVE))
                .isEqualTo("seen 03/06/2019");
        assertThat(cleaner(DateOrder.UNKNOWN).clean("03/25/2019, " + text, TextKind.NARRATIVE))
                .isEqualTo("02/23/2019, seen 03/06/2019");
        assertThat(cleaner(DateOrder.UNKNOWN).clean("25/03/2019, " + text, TextKind.NARRATIVE))
                .isEqualTo("23/02/2019, seen 04/04/2019");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "aged 92 years|aged [age] years",
                "92-year-old|[age]-year-old",
                "a 92yo woman|a [age]yo woman",
                "092Y|[age]Y",
                "lat 92|lat [age]",
                "92-letnia pacjentka|[age]-letnia pacjentka",
                "92-jährige Patientin|[age]-jährige Patientin",
                "92 metų|[age] metų",
                "92 года|[age] года",
                "89-year-old, 70 y/o|89-year-old, 70 y/o",
                "91 y/o|[age] y/o",
                "92 mm, 95 %, 120 kV, 90 m|92 mm, 95 %, 120 kV, 90 m"
            })
    void agesAboveTheHighestGo(String text, String clean) {
        assertThat(cleaner(DateOrder.UNKNOWN).clean(text, TextKind.NARRATIVE)).isEqualTo(clean);
    }

    private static TextCleaner cleaner(DateOrder order) {
        return new TextCleaner(Terms.of(), DAYS, CleaningOptions.defaults().withDateOrder(order));
    }
}
