package org.symbolon.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.crosswalk.Samples.person;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that say one person's name in different ways, under one patient ID. */
class OnePersonTest {
    /** Each line is one person's, under one ID and birth date: every two of them name the same. */
    private static final List<List<String>> PEOPLE = List.of(
            List.of("Tsukishiro^Umeko=月城^梅子=ツキシロ^ウメコ", "月城 梅子", "TSUKISHIRO^UMEKO", "=月城^梅子", "つきしろ^うめこ", "月城梅子"),
            List.of(
                    "WHITCOMBE FARROW^ROSALIND^J",
                    "Whitcombe-Farrow^Rosalind",
                    "Rosalind Whitcombe Farrow",
                    "Whitcombe Farrow^Rosalind Jane^^Dr",
                    "rosalind^whitcombe farrow",
                    "Farrow^Rosalind"),
            List.of("Müller^Jürgen", "MUELLER^JUERGEN", "Muller^Jurgen^K^^", "Müller^J", "Müller"),
            List.of("Wiśniewska^Łucja", "WISNIEWSKA^LUCJA^MARIA", "Kowalska^Łucja", "Wiśniewska-Kowalska^Łucja^^mgr"),
            List.of("O'Brien^Seán", "OBRIEN^SEAN", "O’Brien^Sean^Patrick^Mr^Jr"),
            List.of("Петров^Иван", "ПЕТРОВ^ИВАН^СЕРГЕЕВИЧ", "Petrov^Ivan"));

    @TempDir
    static Path keys;

    private static Keystore keystore;

    @TempDir
    Path folder;

    @BeforeAll
    static void createKeystore() throws IOException {
        keystore = Samples.keystore(keys);
    }

    @AfterAll
    static void closeKeystore() {
        keystore.close();
    }

    /** All people share one ID, which the clinic used again and again; birth dates tell them apart. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyOrderGivesEveryPersonOnePseudonym(long seed) throws IOException {
        Map<Integer, Set<String>> pseudonyms = new HashMap<>();
        List<Integer> order = shuffled(seed);
        // a restart after every few records
        for (int from = 0; from < order.size(); from += 9) {
            try (Crosswalk crosswalk = Crosswalk.open(folder, keystore)) {
                for (int i : order.subList(from, Math.min(order.size(), from + 9))) {
                    pseudonyms
                            .computeIfAbsent(personOf(i), none -> new HashSet<>())
                            .add(crosswalk.patient(record(i)).id());
                }
            }
        }
        assertOnePseudonymEach(pseudonyms);
    }

    @Test
    void recordsThatArriveAtOnceGiveEveryPersonOnePseudonym() throws IOException {
        try (Crosswalk crosswalk = Crosswalk.open(folder, keystore)) {
            Map<Integer, Set<String>> pseudonyms = new HashMap<>();
            shuffled(7).parallelStream()
                    .map(i ->
                            Map.entry(personOf(i), crosswalk.patient(record(i)).id()))
                    .toList()
                    .forEach(found -> pseudonyms
                            .computeIfAbsent(found.getKey(), none -> new HashSet<>())
                            .add(found.getValue()));
            assertOnePseudonymEach(pseudonyms);
        }
    }

    private static void assertOnePseudonymEach(Map<Integer, Set<String>> pseudonyms) {
        assertThat(pseudonyms).hasSize(PEOPLE.size());
        assertThat(pseudonyms.values()).allMatch(one -> one.size() == 1).doesNotHaveDuplicates();
    }

    private static List<Integer> shuffled(long seed) {
        List<Integer> order = new ArrayList<>();
        for (int person = 0; person < PEOPLE.size(); person++) {
            for (int form = 0; form < PEOPLE.get(person).size(); form++) {
                order.add(100 * person + form);
            }
        }
        Collections.shuffle(order, new Random(seed));
        return order;
    }

    private static int personOf(int record) {
        return record / 100;
    }

    private static PatientIdentity record(int record) {
        String name = PEOPLE.get(personOf(record)).get(record % 100);
        return person("4711", name, "195" + personOf(record) + "0203", "");
    }

    /** A and B are two records, name / birth date / sex, under one ID. */
    @ParameterizedTest
    @CsvSource({
        "one, Smith^Anna^Maria/19800102/F, Jones^Anna/19800102/F", // married
        "one, Smith^Anna/19800102/F, Smith^Anna/19800102/M", // as before: the name and the day outweigh it
        "one, Smith^Anna/19800102/F, Smith^Anna//F",
        "one, Smith^Anna/19800102/F, Anna Smith/1980/",
        "one, Smith^Anna/19800102/F, Smith^Anna/19000101/F", // a day that stands for none
        "one, Smith^Anna/19800102/F, /19800102/",
        "one, Smith^John/19800102/M, 李^明/19800102/M", // cannot be compared
        "two, Smith^Anna/19800102/F, Smith^Maria/19800102/F", // twins
        "two, Smith^John^Paul/19800102/M, Smith^Peter^Paul/19800102/M",
        "two, Smith^Anna/19800102/F, Smith^Anna/19800201/F",
        "two, Smith^Anna/19800102/F, Smith^Anna/1981/F",
        "two, Smith^Anna/19800102/F, Jones^Bob/19800102/M",
        "two, Smith^Kim/19800102/F, Jones^Kim/19800102/M",
        "two, Smith^Anna/19800102/F, Jones^Anna//F",
        "two, Smith^J/19800102/F, Jones^J/19800102/F",
        "two, Smith^Anna/19800102/F, //F",
        "two, Smith^Anna//F, /19800102/F",
        "two, 李^明/19800102/M, 李^月/19800102/M"
    })
    void nameAndBirthDateDecideUnderOneId(String people, String a, String b) throws IOException {
        for (List<String> order : List.of(List.of(a, b), List.of(b, a))) {
            String id = "ID-" + order.hashCode();
            Set<String> pseudonyms = new HashSet<>();
            try (Crosswalk crosswalk = Crosswalk.open(folder, keystore)) {
                order.forEach(record ->
                        pseudonyms.add(crosswalk.patient(parse(id, record)).id()));
            }
            assertThat(pseudonyms).hasSize(people.equals("one") ? 1 : 2);
        }
    }

    private static PatientIdentity parse(String id, String record) {
        String[] parts = record.strip().split("/", -1);
        return person(id, parts[0], parts[1], parts[2]);
    }

    @Test
    void whatTwoPeopleCouldBeIsNobodys() throws IOException {
        try (Crosswalk crosswalk = Crosswalk.open(folder, keystore)) {
            String anna = crosswalk
                    .patient(person("4711", "Smith^Anna", "19800102", "F"))
                    .id();
            String maria = crosswalk
                    .patient(person("4711", "Smith^Maria", "19800102", "F"))
                    .id();
            String nobody =
                    crosswalk.patient(person("4711", "", "19800102", "F")).id();
            assertThat(Set.of(anna, maria, nobody)).hasSize(3);
            assertThat(crosswalk.possibleMatches())
                    .contains(
                            new PossibleMatch(anna, nobody, PossibleMatch.Reason.SAME_ID),
                            new PossibleMatch(maria, nobody, PossibleMatch.Reason.SAME_ID));
        }
    }

    @Test
    void oneRecordThatContradictsOutweighsOneThatAgrees() throws IOException {
        try (Crosswalk crosswalk = Crosswalk.open(folder, keystore)) {
            String anna = crosswalk
                    .patient(person("4711", "Smith^Anna", "19800102", "F"))
                    .id();
            assertThat(crosswalk.patient(person("4711", "", "19800102", "F")).id())
                    .isEqualTo(anna);
            assertThat(crosswalk
                            .patient(person("4711", "Brown^Bea", "19800102", "F"))
                            .id())
                    .isNotEqualTo(anna);
        }
    }

    @Test
    void anIdThatStandsInForNoneNeedsNameAndBirthDate() throws IOException {
        try (Crosswalk crosswalk = Crosswalk.open(folder, keystore)) {
            for (String id : List.of("0000", "UNKNOWN")) {
                String anna = crosswalk
                        .patient(person(id, "Smith^Anna", "19800102", "F"))
                        .id();
                assertThat(crosswalk
                                .patient(person(id, "Anna Smith", "19800102", "F"))
                                .id())
                        .isEqualTo(anna);
                assertThat(crosswalk.patient(person(id, "", "19800102", "F")).id())
                        .isNotEqualTo(anna);
                assertThat(crosswalk
                                .patient(person(id, "Jones^Anna", "19800102", "F"))
                                .id())
                        .isNotEqualTo(anna);
            }
        }
    }

    @Test
    void aListedIdLinksNamesInOtherLetters() throws IOException {
        try (Crosswalk crosswalk = Crosswalk.open(folder, keystore)) {
            String first = crosswalk
                    .patient(person("A1", "Tsukishiro^Umeko=月城^梅子", "19800102", "F"))
                    .id();
            assertThat(crosswalk
                            .patient(person("B1", "月城 梅子", "19800102", "F", "A1"))
                            .id())
                    .isEqualTo(first);
            assertThat(crosswalk
                            .patient(person("C1", "山田 花子", "19800102", "F", "A1"))
                            .id())
                    .isNotEqualTo(first);
        }
    }

    /** Pseudonyms that were given before this rule was there stay, and what comes later goes to the earlier one. */
    @Test
    void whoHasTwoPseudonymsKeepsThem() throws IOException {
        List<PatientIdentity> apart = Stream.of("月城^梅子", "Tsukishiro^Umeko")
                .map(name -> person("4711", name, "", "F"))
                .toList();
        PatientIdentity both = person("4711", "Tsukishiro^Umeko=月城^梅子", "19800102", "F");
        try (Crosswalk crosswalk = Crosswalk.open(folder, keystore)) {
            String one = crosswalk.patient(apart.get(0)).id();
            String two = crosswalk.patient(apart.get(1)).id();
            assertThat(two).isNotEqualTo(one);
            assertThat(crosswalk.patient(both).id()).isEqualTo(one);
            assertThat(crosswalk.patient(apart.get(1)).id()).isEqualTo(two);
            assertThat(crosswalk.possibleMatches()).contains(new PossibleMatch(one, two, PossibleMatch.Reason.SAME_ID));
        }
    }
}
