package org.symbolon.deidentification.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCleanerTest {
    private static final int DAYS = -30;

    private static final String[] POLISH = {
        "LANGUAGE=pl",
        "PATIENT=Kowalska",
        "PATIENT=Anna Maria",
        "SOMEBODY=Marek Wójcik",
        "SOMEBODY=Nowak",
        "SOMEBODY=Piotr",
        "OWN_NUMBER=WCPT-0042-17",
        "CONTACT=+48 601 234 567",
        "ADDRESS=ul. Mickiewicza 12/4",
        "ADDRESS=Poznań",
        "ADDRESS=60-101",
        "ORGANISATION=Wielkopolskie Centrum Pulmonologii",
        "BIRTH=1951-04-17",
        "DATE=2019-03-12"
    };

    private static final String[] LITHUANIAN = {
        "LANGUAGE=lt",
        "PATIENT=Kazlauskas",
        "PATIENT=Jonas",
        "SOMEBODY=Kazlauskienė",
        "SOMEBODY=Ona",
        "SOMEBODY=Petraitis",
        "ADDRESS=Kaunas",
        "ADDRESS=Savanorių pr. 15",
        "CONTACT=+370 612 34567",
        "DATE=2019-03-12"
    };

    private static final String[] ENGLISH = {
        "LANGUAGE=en",
        "PATIENT=Long",
        "PATIENT=Rose",
        "SOMEBODY=White^Mark",
        "SOMEBODY=O'Connor",
        "OWN_NUMBER=4711007",
        "CONTACT=(555) 201-7788",
        "CONTACT=rose.long@example.org",
        "ADDRESS=1015 Hodkiewicz Corner Suite 82",
        "ADDRESS=West Wing, floor 5",
        "ADDRESS=Boston",
        "ADDRESS=MA",
        "ADDRESS=02118",
        "ORGANISATION=Mercy Medical Center",
        "DATE=2019-03-12"
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pacjentka Anna Kowalska zgłosiła kaszel.|Pacjentka [name] zgłosiła kaszel.",
                "Badanie Kowalskiej Anny wykonano|Badanie [name] wykonano",
                "z panią Kowalską i jej mężem|z panią [name] i jej mężem",
                "KOWALSKA ANNA, guz płata górnego|[name], guz płata górnego",
                "kowalska a. bez zmian|[name] a. bez zmian",
                "Opisał dr M. Wójcik|Opisał dr [name]",
                "przez Wojcika Marka i Nowaka|przez [name] i [name]",
                "lek. med. P. Nowak|lek. med. [name]",
                "z Piotrem i Piotrowi|z [name] i [name]",
                "dr hab. n. med. Zdzisława Nieznana ocenia|dr hab. n. med. [name] ocenia",
                "Nr WCPT 0042 17, tel. 601-234-567|Nr [number], tel. [contact]",
                "zam. w Poznaniu, ul. Mickiewicza 12/4|zam. w [address]",
                "60-101 Poznań|[address]",
                "w Wielkopolskim Centrum Pulmonologii stwierdzono|w [organisation] stwierdzono",
                "PESEL 51041712341|PESEL [number]",
                "kod 51041712341, wynik 7|kod 51041712341, wynik 7",
                "PESEL 44051401359|PESEL [number]",
                "Przyjęta 12 marca 2019 r.|Przyjęta 10 lutego 2019 r.",
                "dnia 12.03.2019 i 2019-03-12|dnia 10.02.2019 i 2019-02-10",
                "w marcu 2019|w styczniu 2019",
                "marzec 2019|styczeń 2019",
                "12.III.2019|10.II.2019",
                "Rak płuca prawego, węzły chłonne powiększone|Rak płuca prawego, węzły chłonne powiększone"
            })
    void polish(String text, String clean) {
        assertThat(clean(text, POLISH)).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Pacientas Jonas Kazlauskas skundžiasi kosuliu|Pacientas [name] skundžiasi kosuliu",
                "Kazlausko tyrimas, Kazlauskui paskirta, su Kazlausku|[name] tyrimas, [name] paskirta, su [name]",
                "Kazlauską apžiūrėjo gyd. Petraitis|[name] apžiūrėjo gyd. [name]",
                "Jono žmona Ona Kazlauskienė|[name] žmona [name]",
                "Petraičio išvada, Kazlauskienės tel. 8 612 34567|[name] išvada, [name] tel. [contact]",
                "gyd. Birutė Nežinomienė|gyd. [name]",
                "gyvena Kaune, Savanorių pr. 15|gyvena [address]",
                "2019 m. kovo 12 d. atliktas tyrimas|2019 m. vasario 10 d. atliktas tyrimas",
                "kovo 12 d. be pakitimų|vasario 10 d. be pakitimų",
                "asmens kodas 38703181745|asmens kodas [number]",
                "Plaučiuose židininių pakitimų nematyti|Plaučiuose židininių pakitimų nematyti"
            })
    void lithuanian(String text, String clean) {
        assertThat(clean(text, LITHUANIAN)).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rose Long has long fingers|[name] has long fingers",
                "Mrs Long presented|Mrs [name] presented",
                "Long, Rose (MRN4711007)|[name] (MRN[number])",
                "mark the white spot on the head|mark the white spot on the head",
                "White matter is normal. Mark White agrees.|White matter is normal. [name] agrees.",
                "Seen by Dr. White today|Seen by Dr. [name] today",
                "Dr. Quincy Unknownman dictated|Dr. [name] dictated",
                "Mr. O'Connor's sign|Mr. [name]'s sign",
                "MR Brain and MS plaques, 120 ms|MR Brain and MS plaques, 120 ms",
                "call 555.201.7788 or (555) 201-7788|call [contact] or [contact]",
                "rose.long@example.org, see https://example.org/x?y=1|[contact], see [contact]",
                "lives at 1015 Hodkiewicz Corner Suite 82, Boston, MA 02118.|lives at [address].",
                "the office: West Wing, floor 5|the office: [address]",
                "wing of the sacrum, west of it nothing|wing of the sacrum, west of it nothing",
                "from Boston to Mercy Medical Center|from [address] to [organisation]",
                "medical mercy|medical mercy",
                "SSN 123-45-6789|SSN [number]",
                "12 March 2019, March 12, 2019, Mar 12th, 2019|10 February 2019, February 10, 2019, Feb 10th, 2019",
                "on 03/12/2019 and 12/25/2018|on 02/10/2019 and 11/25/2018",
                "on 04/05/2019|on [date]",
                "March 12 was fine|February 10 was fine",
                "May 3 tablets|[date] tablets",
                "she may 3 times|she may 3 times",
                "1 MARCH 2020|31 JANUARY 2020",
                "since 2011, born in 1951|since 2011, born in [date]",
                "BP 120/80, 5.5 mmol/l, 2.10 units, C34.1, 10/12|BP 120/80, 5.5 mmol/l, 2.10 units, C34.1, 10/12",
                "his wife Penelope and mother|his wife [name] and mother",
                "[name] on 2019-02-10|[name] on 2019-01-11"
            })
    void english(String text, String clean) {
        assertThat(clean(text, ENGLISH)).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Long QT syndrome|Long QT syndrome",
                "White|White",
                "Head injury|Head injury",
                "Encounter at Mercy Medical Center|Encounter at [organisation]",
                "Visit of Rose Long|Visit of [name]",
                "Result of 2019-03-12|Result of 2019-03-12"
            })
    void labels(String text, String clean) {
        assertThat(cleaner(ENGLISH).clean(text, TextKind.LABEL)).isEqualTo(clean);
    }

    @Test
    void referencesInMarkupAreLetters() {
        assertThat(clean("<td>Kowalsk&#261; A</td>", POLISH)).isEqualTo("<td>[name]</td>");
    }

    @Test
    void aMegabyteWithHundredsOfValuesTakesLittleTime() {
        List<String> lines = new ArrayList<>(List.of(ENGLISH));
        for (int i = 0; i < 500; i++) {
            lines.add("SOMEBODY=" + name(i));
            lines.add("ADDRESS=" + i + " " + name(i * 7) + " Street");
            lines.add("NUMBER=" + (1_000_000 + i * 31));
        }
        TextCleaner cleaner = cleaner(lines.toArray(String[]::new));
        String sentence =
                "Chest CT of " + name(3) + " on 12 March 2019 shows a nodule of 5.5 mm in the right upper lobe. ";
        String text = sentence.repeat((1 << 20) / sentence.length());
        cleaner.changes(text, TextKind.NARRATIVE);

        long start = cpuNanos();
        List<Change> changes = cleaner.changes(text, TextKind.NARRATIVE);
        Duration taken = Duration.ofNanos(cpuNanos() - start);

        assertThat(changes).hasSizeGreaterThan(20_000);
        assertThat(taken).isLessThan(Duration.ofSeconds(3));
    }

    /** Of this thread, so that a busy machine does not count. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static String name(int seed) {
        StringBuilder name = new StringBuilder("Z");
        for (int rest = seed + 29; rest > 0; rest /= 7) {
            name.append("amorixu".charAt(rest % 7)).append("bdfgklm".charAt(rest % 7));
        }
        return name.append("wicz").toString();
    }

    private static String clean(String text, String... lines) {
        return cleaner(lines).clean(text, TextKind.NARRATIVE);
    }

    private static TextCleaner cleaner(String... lines) {
        return new TextCleaner(Terms.of(lines), DAYS, CleaningOptions.defaults());
    }
}
