package org.symbolon.deidentification.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberPatternTest {
    /** Examples that the issuing offices or their descriptions publish. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lt-asmens-kodas|38703181745|38703181746",
                "ee-isikukood|37605030299|37605030298",
                "lv-personas-kods|161175-19997|161375-19997",
                "pl-pesel|44051401359|44051401358",
                "pl-nip|526-10-40-828|526-10-40-829",
                "pl-regon|REGON 012100784|012100784",
                "de-krankenversichertennummer|A123456780|A123456781",
                "de-sozialversicherungsnummer|65 170839 J 003|65 170839 J 009",
                "de-steuer-id|86 095 742 719|86 095 742 718",
                "at-sozialversicherungsnummer|1237 010180|1238 010180",
                "ch-ahv|756.9217.0769.85|756.9217.0769.84",
                "us-ssn|123-45-6789|000-45-6789",
                "uk-nhs|943 476 5919|943 476 5918",
                "uk-nino|AB123456C|AB123456E",
                "ie-pps|PPS 1234567T|PPS 1234567U",
                "fr-nir|255081416802538|255081416802539",
                "es-dni|12345678Z|12345678A",
                "es-dni|X1234567L|X1234567M",
                "it-codice-fiscale|RSSMRA85T10A562S|RSSMRA85T10A562T",
                "nl-bsn|BSN 111222333|BSN 111222334",
                "be-rijksregister|85073003328|85073003329",
                "be-rijksregister|85.07.30-033.28|85.07.30-033.29",
                "se-personnummer|811218-9876|811218-9875",
                "fi-henkilotunnus|131052-308T|131052-308U",
                "dk-cpr|211062-5629|991362-5629",
                "no-fodselsnummer|01010750160|01010750161",
                "cz-rodne-cislo|710319/2745|710319/2746",
                "ro-cnp|1630615123457|1630615123458",
                "ru-snils|112-233-445 95|112-233-445-96",
                "tr-kimlik|10000000146|10000000147",
                "br-cpf|CPF 11144477735|CPF 11144477736",
                "ca-sin|SIN 046454286|SIN 046454287",
                "au-medicare|Medicare 2123456701|Medicare 2123456711",
                "cn-resident-id|11010519491231002X|110105194912310021",
                "in-aadhaar|2341 2341 2346|2341 2341 2347",
                "kr-resident|820701-2409184|821301-2409184"
            })
    void numbersWithRightCheckDigitsGo(String name, String right, String wrong) {
        TextCleaner cleaner = new TextCleaner(
                Terms.of(), 0, CleaningOptions.defaults().withPatterns(Set.of(NumberPattern.builtIn(name))));
        assertThat(cleaner.clean("x " + right + " y", TextKind.DESCRIPTION)).contains("[number]");
        assertThat(cleaner.clean("x " + wrong + " y", TextKind.DESCRIPTION)).isEqualTo("x " + wrong + " y");
    }

    @Test
    void nothingIsLookedForWithoutItsPattern() {
        TextCleaner cleaner =
                new TextCleaner(Terms.of(), 0, CleaningOptions.defaults().withPatterns(Set.of()));
        assertThat(cleaner.clean("x 38703181745 y", TextKind.DESCRIPTION)).isEqualTo("x 38703181745 y");
    }

    @Test
    void expressionsOfTheHouse() {
        NumberPattern mine = NumberPattern.expression("our visit numbers", "\\bSCA-\\d{4}/\\d{2}\\b");
        TextCleaner cleaner =
                new TextCleaner(Terms.of(), 0, CleaningOptions.defaults().withPatterns(Set.of(mine)));
        assertThat(cleaner.clean("see SCA-0042/17, CT", TextKind.NARRATIVE)).isEqualTo("see [number], CT");
        assertThat(mine.expression()).contains("\\bSCA-\\d{4}/\\d{2}\\b");
    }

    @Test
    void badExpressionsAreRefusedWhereTheyAreRead() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberPattern.expression("open", "(ab"))
                .withMessageContaining("open");
        assertThatIllegalArgumentException().isThrownBy(() -> NumberPattern.expression("back", "(a)\\1"));
        assertThatIllegalArgumentException().isThrownBy(() -> NumberPattern.expression("ahead", "a(?=b)"));
        assertThatIllegalArgumentException().isThrownBy(() -> NumberPattern.expression("empty", "a*"));
        assertThatIllegalArgumentException().isThrownBy(() -> NumberPattern.expression("long", "a".repeat(501)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NumberPattern.builtIn("xx-none"))
                .withMessageContaining("lt-asmens-kodas");
    }

    @Test
    void anExpressionThatIsHostileElsewhereTakesLinearTime() {
        NumberPattern hostile = NumberPattern.expression("hostile", "(a+)+b");
        TextCleaner cleaner =
                new TextCleaner(Terms.of(), 0, CleaningOptions.defaults().withPatterns(Set.of(hostile)));
        String text = "a".repeat(100_000);
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        assertThat(cleaner.clean(text, TextKind.NARRATIVE)).isEqualTo(text);
        assertThat(Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start))
                .isLessThan(Duration.ofSeconds(5));
    }
}
