package org.symbolon.deidentification.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.deidentification.Hospital;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** FHIR bundles, and resources one a line, that speak of several patients: each has his own pseudonym, days and words. */
class SeveralPatientsTest {
    private static final String ANNA = patient("a1", "7001", "Kowalska", "Anna", "1971-02-03");
    private static final String JONAS = patient("b2", "7002", "Petraitis", "Jonas", "1955-06-07");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Hospital hospital;

    @BeforeEach
    void open() throws IOException {
        hospital = new Hospital(folder);
    }

    @AfterEach
    void close() {
        hospital.close();
    }

    private static String patient(String id, String number, String family, String given, String born) {
        return "{'resourceType':'Patient','id':'" + id + "','identifier':[{'type':{'coding':[{'code':'MR'}]},'system':"
                + "'urn:oid:2.999.1','value':'" + number + "'}],'name':[{'family':'" + family + "','given':['" + given
                + "']}],'birthDate':'" + born + "'}";
    }

    private static String observation(String id, String subject, String note) {
        return "{'resourceType':'Observation','id':'" + id + "','status':'final','code':{'text':'x'},"
                + (subject.isEmpty() ? "" : "'subject':{" + subject + "},")
                + "'effectiveDateTime':'2026-03-01','note':[{'text':'" + note + "'}]}";
    }

    private static String bundle(String... resources) {
        StringBuilder text = new StringBuilder("{'resourceType':'Bundle','type':'searchset','entry':[");
        for (int i = 0; i < resources.length; i++) {
            text.append(i == 0 ? "" : ",")
                    .append("{'resource':")
                    .append(resources[i])
                    .append('}');
        }
        return text.append("]}").toString();
    }

    private String parted(String quoted) {
        byte[] original = quoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        RecordDeidentifierOptions options = RecordDeidentifierOptions.of("clinic");
        DeidentifiedRecord parted = new RecordDeidentifier(hospital.crosswalk(), options).deidentify(original);
        assertThat(new RecordReidentifier().personalise(parted.content(), parted.identityHalf()))
                .isEqualTo(original);
        return new String(parted.content(), StandardCharsets.UTF_8);
    }

    private String number(String resource) {
        return all("'value':'([^']+)'", parted(resource)).get(0);
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern.replace('\'', '"'))
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private String moved(String date, String pseudonym) {
        return LocalDate.parse(date).plusDays(hospital.shiftOf(pseudonym)).toString();
    }

    @Test
    void eachHasThePseudonymAndDaysThatHeHasAlone() {
        String anna = number(ANNA);
        String jonas = number(JONAS);
        assertThat(anna).isNotEqualTo(jonas);
        String parted = parted(bundle(
                observation("o1", "'reference':'Patient/b2'", "Jonas is well, seen on 2026-03-01."),
                ANNA,
                observation("o2", "'reference':'Patient/a1'", "Anna is well, seen on 2026-03-01."),
                JONAS,
                "{'resourceType':'Organization','id':'h','name':'Western Hospital'}"));
        assertThat(all("'system':'[^']*','value':'([^']+)'", parted)).containsExactly(anna, jonas);
        assertThat(parted).doesNotContain("Kowalska", "Anna", "Petraitis", "Jonas", "Western Hospital");
        assertThat(all("'birthDate':'([^']+)'", parted))
                .containsExactly(moved("1971-02-03", anna), moved("1955-06-07", jonas));
        assertThat(all("'effectiveDateTime':'([^']+)'", parted))
                .containsExactly(moved("2026-03-01", jonas), moved("2026-03-01", anna));
        assertThat(all("seen on ([0-9-]+)", parted))
                .containsExactly(moved("2026-03-01", jonas), moved("2026-03-01", anna));
    }

    @Test
    void namesOfOneGoFromTheTextsOfAnother() {
        String parted =
                parted(bundle(ANNA, JONAS, observation("o", "'reference':'Patient/a1'", "Lives with Petraitis.")));
        assertThat(parted).doesNotContain("Petraitis").contains("Lives with [name].");
    }

    @Test
    void patientsThatAreOnlyReferredTo() {
        String parted = parted(bundle(
                observation("o1", "'reference':'Patient/771','display':'Ona Rimkute'", "first"),
                observation("o2", "'reference':'Patient/772','display':'Rasa Urbona'", "second"),
                observation("o3", "'identifier':{'system':'urn:oid:2.999.1','value':'7003'}", "third"),
                observation("o4", "'reference':'Patient/771'", "fourth")));
        List<String> days = all("'effectiveDateTime':'([^']+)'", parted);
        assertThat(parted).doesNotContain("Ona", "Rasa", "Patient/771", "Patient/772", "\"7003\"");
        assertThat(days.get(0)).isEqualTo(days.get(3));
        List<String> known = new ArrayList<>();
        hospital.crosswalk()
                .forEachPatient(patient -> known.add(patient.pseudonym().id()));
        assertThat(known).hasSize(3);
    }

    @Test
    void whatFollowsFromAnotherResource() {
        String encounter = "{'resourceType':'Encounter','id':'e','status':'finished','class':{'code':'IMP'},"
                + "'subject':{'reference':'Patient/b2'},'period':{'start':'2026-02-02'}}";
        String report = observation("o", "", "Jonas slept.")
                .replace("'status'", "'encounter':{'reference':'Encounter/e'},'status'");
        String parted = parted(bundle(ANNA, JONAS, report, encounter));
        String jonas = number(JONAS);
        assertThat(all("'effectiveDateTime':'([^']+)'", parted)).containsExactly(moved("2026-03-01", jonas));
        assertThat(all("'start':'([^']+)'", parted)).containsExactly(moved("2026-02-02", jonas));
    }

    @Test
    void doubtIsRefusedAndSaysWhere() {
        String nobodys = bundle(ANNA, JONAS, observation("o", "", "Who is it?"));
        assertThatThrownBy(() -> parted(nobodys))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.IDENTITY_AT_RISK))
                .hasMessageContaining("Bundle.entry.resource")
                .hasMessageNotContaining("Who");
        String both = bundle(
                ANNA,
                JONAS,
                "{'resourceType':'Appointment','status':'booked','participant':[{'actor':{'reference':'Patient/a1'},"
                        + "'status':'accepted'},{'actor':{'reference':'Patient/b2'},'status':'accepted'}]}");
        assertThatThrownBy(() -> parted(both)).isInstanceOf(SymbolonException.class);
        // of one patient there is no doubt
        assertThat(parted(bundle(ANNA, observation("o", "", "Who is it?")))).contains("Who is it?");
    }

    @Test
    void containedPatientsOfTheSameNameAreNotOne() {
        String one = observation("o1", "'reference':'#p'", "Anna")
                .replace(
                        "'status'",
                        "'contained':[" + patient("p", "7001", "Kowalska", "Anna", "1971-02-03") + "],'status'");
        String two = observation("o2", "'reference':'#p'", "Jonas")
                .replace(
                        "'status'",
                        "'contained':[" + patient("p", "7002", "Petraitis", "Jonas", "1955-06-07") + "],'status'");
        String parted = parted(bundle(one, two));
        String anna = number(ANNA);
        String jonas = number(JONAS);
        assertThat(all("'system':'[^']*','value':'([^']+)'", parted)).containsExactly(anna, jonas);
        assertThat(all("'effectiveDateTime':'([^']+)'", parted))
                .containsExactly(moved("2026-03-01", anna), moved("2026-03-01", jonas));
        assertThat(parted).doesNotContain("Anna", "Jonas");
    }

    @Test
    void sameIdOfTwoServers() {
        String one =
                "{'resourceType':'Bundle','type':'collection','entry':[{'fullUrl':'https://one.example/fhir/Patient/1','resource':"
                        + patient("1", "7001", "Kowalska", "Anna", "1971-02-03")
                        + "},{'fullUrl':'https://two.example/fhir/Patient/1','resource':"
                        + patient("1", "7002", "Petraitis", "Jonas", "1955-06-07")
                        + "},{'fullUrl':'https://two.example/fhir/Observation/5','resource':"
                        + observation("5", "'reference':'Patient/1'", "x") + "}]}";
        assertThat(all("'effectiveDateTime':'([^']+)'", parted(one)))
                .containsExactly(moved("2026-03-01", number(JONAS)));
    }

    @Test
    void unknownResourcesBetweenPatientsAreCutOut() {
        String parted = parted(bundle(
                "{'resourceType':'Klingon','name':'Anna'}",
                ANNA,
                "{'resourceType':'Klingon'}",
                JONAS,
                "{'resourceType':'Klingon','name':'Jonas'}"));
        assertThat(parted).doesNotContain("Klingon", "Anna", "Jonas");
        assertThat(all("'system':'[^']*','value':'([^']+)'", parted)).containsExactly(number(ANNA), number(JONAS));
    }

    @Test
    void oneResourceALine() {
        String lines = ANNA + "\n" + JONAS + "\r\n" + observation("o1", "'reference':'Patient/b2'", "Jonas") + "\n\n"
                + observation("o2", "'reference':'Patient/a1'", "Kowalska") + "\n";
        String parted = parted(lines);
        assertThat(parted.lines().filter(line -> !line.isEmpty()))
                .hasSize(4)
                .allMatch(line -> line.startsWith("{\"resourceType\""));
        assertThat(all("'effectiveDateTime':'([^']+)'", parted))
                .containsExactly(moved("2026-03-01", number(JONAS)), moved("2026-03-01", number(ANNA)));
        assertThat(parted).doesNotContain("Kowalska", "Anna", "Petraitis", "Jonas");
        assertThatThrownBy(() -> parted(ANNA + JONAS)).isInstanceOf(SymbolonException.class);
        assertThatThrownBy(() -> parted(ANNA + "\n[]")).isInstanceOf(SymbolonException.class);
    }
}
