package org.symbolon.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.symbolon.crosswalk.Samples.person;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class PatientMatchingTest {
    @TempDir
    static Path keys;

    private static Keystore keystore;

    @TempDir
    Path folder;

    private Crosswalk crosswalk;

    @BeforeAll
    static void createKeystore() throws IOException {
        keystore = Samples.keystore(keys);
    }

    @AfterAll
    static void closeKeystore() {
        keystore.close();
    }

    @BeforeEach
    void open() throws IOException {
        crosswalk = Crosswalk.open(folder, keystore);
    }

    @AfterEach
    void close() {
        crosswalk.close();
    }

    @Test
    void theSameRecordIsTheSamePersonAlsoAfterReopening() throws IOException {
        PatientPseudonym first = crosswalk.patient(person(1));
        assertThat(crosswalk.patient(person(1))).isEqualTo(first);
        crosswalk.close();
        crosswalk = Crosswalk.open(folder, keystore);
        assertThat(crosswalk.patient(person(1))).isEqualTo(first);
        assertThat(crosswalk.counts().patients()).isEqualTo(1);
    }

    @Test
    void pseudonymsAreRandomAndShiftsAreWithinAYear() {
        Set<String> ids = new HashSet<>();
        Set<Integer> shifts = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            PatientPseudonym pseudonym = crosswalk.patient(person(i));
            assertThat(pseudonym.id()).matches("[0-9A-HJKMNP-TV-Z]{16}");
            assertThat(pseudonym.dateShiftDays()).isBetween(-365, -1);
            ids.add(pseudonym.id());
            shifts.add(pseudonym.dateShiftDays());
        }
        assertThat(ids).hasSize(200);
        assertThat(shifts).hasSizeGreaterThan(50);
    }

    @Test
    void spellingOfTheNameDoesNotMatter() {
        String id = id(person("7", "Müller^Anna Maria", "19800102", "F"));
        assertThat(id(person("7", "MULLER^ANNA  MARIA^^^", "19800102", "F"))).isEqualTo(id);
        assertThat(id(person("7", "Muller ^ Anna Maria=ミュラー^アンナ", "1980.01.02", "")))
                .isEqualTo(id);
        assertThat(id(person("7", "Muller^Berta", "19800102", "F"))).isNotEqualTo(id);
    }

    @Test
    void marksThatMakeAnotherLetterAreKept() {
        assertThat(id(person("7", "が", "19800102", "F"))).isNotEqualTo(id(person("7", "か", "19800102", "F")));
    }

    @Test
    void twoPeopleWithOnePatientIdStayTwo() {
        String one = id(person("100", "Alpha^Ada", "19500101", "F"));
        String two = id(person("100", "Beta^Bob", "19600202", "M"));
        assertThat(one).isNotEqualTo(two);
        assertThat(crosswalk.possibleMatches())
                .containsExactly(new PossibleMatch(one, two, PossibleMatch.Reason.SAME_ID));
    }

    @Test
    void issuersAndClinicsAreScopesOfTheirOwn() {
        PatientIdentity here = person("100", "Alpha^Ada", "19500101", "F");
        PatientIdentity there =
                new PatientIdentity("other clinic", "", "100", "Alpha^Ada", "19500101", "F", List.of(), "1.2.3");
        PatientIdentity issued =
                new PatientIdentity("other clinic", "CLINIC", "100", "Alpha^Ada", "19500101", "F", List.of(), "1.2.3");
        PatientIdentity issuedSentByAnother =
                new PatientIdentity("third", "CLINIC", "100", "Alpha^Ada", "19500101", "F", List.of(), "1.2.3");
        assertThat(Set.of(id(here), id(there), id(issuedSentByAnother))).hasSize(3);
        assertThat(crosswalk.possibleMatches())
                .hasSize(3)
                .allMatch(match -> match.reason() == PossibleMatch.Reason.SAME_DEMOGRAPHICS);
        assertThat(id(issued)).isEqualTo(id(issuedSentByAnother));
    }

    @Test
    void anIssuerThatOnlySomeRecordsOfAClinicNameDoesNotTellApart() {
        PatientIdentity image = person("100", "Alpha^Ada", "19500101", "F");
        assertThat(id(issued("100", "Ada Alpha", "19500101"))).isEqualTo(id(image));
        assertThat(id(issued("200", "Alpha^Ada", ""))).isNotEqualTo(id(person("200", "Alpha^Ada", "19500101", "F")));
    }

    private static PatientIdentity issued(String id, String name, String birthDate) {
        return new PatientIdentity("clinic", "CLINIC", id, name, birthDate, "F", List.of(), "1.2.3");
    }

    @Test
    void aListedIdLinksEitherWayRound() {
        String first = id(person("A", "Gamma^Gil", "19700101", "M"));
        assertThat(id(person("B", "Gamma^Gil", "19700101", "M", "A"))).isEqualTo(first);
        assertThat(id(person("B", "Gamma^Gil", "19700101", "M"))).isEqualTo(first);

        String other = id(person("C", "Delta^Dan", "19700101", "M", "D"));
        assertThat(id(person("D", "Delta^Dan", "19700101", "M"))).isEqualTo(other);
        assertThat(crosswalk.possibleMatches()).isEmpty();
    }

    @Test
    void aListedIdThatIsLearnedLaterLinksFromThenOn() {
        String first = id(person("A", "Gamma^Gil", "19700101", "M"));
        assertThat(id(person("A", "Gamma^Gil", "19700101", "M", "B"))).isEqualTo(first);
        assertThat(id(person("B", "Gamma^Gil", "19700101", "M"))).isEqualTo(first);
    }

    @Test
    void aListedIdDoesNotLinkSomebodyElse() {
        String first = id(person("A", "Gamma^Gil", "19700101", "M"));
        assertThat(id(person("B", "Gamma^Gil", "19700102", "M", "A"))).isNotEqualTo(first);
        assertThat(id(person("C", "Gamma^Gail", "19700101", "M", "A"))).isNotEqualTo(first);
        assertThat(id(person("D", "Gamma^Gil", "19700101", "F", "A"))).isNotEqualTo(first);
        assertThat(id(person("E", "Gamma^Gil", "19700101", "", "A"))).isNotEqualTo(first);
        assertThat(id(person("F", "Gamma^Gil", "", "M", "A"))).isNotEqualTo(first);
        assertThat(id(person("G", "Gamma^Gil", "00000000", "M", "A"))).isNotEqualTo(first);
    }

    @Test
    void twoWhoTurnOutToBeOneAreNotedButNotMerged() {
        String one = id(person("A", "Gamma^Gil", "19700101", "M"));
        String two = id(person("B", "Gamma^Gil", "19700101", "M"));
        assertThat(one).isNotEqualTo(two);
        assertThat(crosswalk.possibleMatches())
                .containsExactly(new PossibleMatch(one, two, PossibleMatch.Reason.SAME_DEMOGRAPHICS));
        assertThat(id(person("A", "Gamma^Gil", "19700101", "M", "B"))).isEqualTo(one);
        assertThat(crosswalk.possibleMatches())
                .contains(new PossibleMatch(one, two, PossibleMatch.Reason.CROSS_LISTED));
        assertThat(id(person("B", "Gamma^Gil", "19700101", "M"))).isEqualTo(two);
    }

    @Test
    void withoutIdNameAndBirthDateTellPeopleApartWithinAClinic() {
        String first = id(person("", "Echo^Eve", "19700101", "F"));
        assertThat(id(person("", "Echo^Eve", "19700101", ""))).isEqualTo(first);
        assertThat(id(person("", "Echo^Eve", "19700102", "F"))).isNotEqualTo(first);
    }

    @Test
    void withoutIdOrBirthDateEveryStudyIsSomebodyElse() {
        String first = id(anonymous("Unknown", "1.2.1"));
        assertThat(id(anonymous("Unknown", "1.2.1"))).isEqualTo(first);
        assertThat(id(anonymous("Unknown", "1.2.2"))).isNotEqualTo(first);
        assertThat(id(anonymous("", "1.2.1"))).isNotEqualTo(first).isEqualTo(id(anonymous("", "1.2.1")));
        assertThatThrownBy(() -> crosswalk.patient(anonymous("", "")))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MISSING_UID));
    }

    @Test
    void anIdThatEverybodyHasFloodsNothing() {
        for (int i = 0; i < 60; i++) {
            crosswalk.patient(person("0", "Person" + i, "19500101", "F"));
        }
        assertThat(crosswalk.counts().patients()).isEqualTo(60);
        assertThat(crosswalk.possibleMatches()).hasSizeLessThanOrEqualTo(60 * 32);
    }

    @Test
    void keepsWhatRecordsSaid() {
        crosswalk.patient(person("A", "Gamma^Gil", "19700101", "M"));
        crosswalk.patient(person("B", "Gamma^Gil", "19700101", "M", "A"));
        List<PatientRecord> records = new ArrayList<>();
        crosswalk.forEachPatient(records::add);
        assertThat(records).hasSize(1);
        assertThat(records.get(0).identities())
                .containsExactly(
                        person("A", "Gamma^Gil", "19700101", "M"), person("B", "Gamma^Gil", "19700101", "M", "A"));
    }

    @Test
    void otherIdsBeyondTheLimitAreIgnored() {
        String[] ids = IntStream.rangeClosed(1, PatientIdentity.MAX_OTHER_IDS + 1)
                .mapToObj(i -> "X" + i)
                .toArray(String[]::new);
        String first = id(person("A", "Gamma^Gil", "19700101", "M", ids));
        assertThat(id(person("X64", "Gamma^Gil", "19700101", "M"))).isEqualTo(first);
        assertThat(id(person("X65", "Gamma^Gil", "19700101", "M"))).isNotEqualTo(first);
    }

    @Test
    void threadsAndOrdersAgreeOnWhoIsWho() {
        List<Integer> numbers =
                new ArrayList<>(IntStream.range(0, 400).mapToObj(i -> i % 20).toList());
        Collections.shuffle(numbers, new Random(11));
        Set<String> ids = new HashSet<>(
                numbers.parallelStream().map(i -> i + " " + id(person(i))).toList());
        assertThat(ids).hasSize(20);
        assertThat(crosswalk.counts().patients()).isEqualTo(20);
    }

    private String id(PatientIdentity identity) {
        return crosswalk.patient(identity).id();
    }

    private static PatientIdentity anonymous(String name, String study) {
        return new PatientIdentity("clinic", "", "", name, "", "", List.of(), study);
    }
}
