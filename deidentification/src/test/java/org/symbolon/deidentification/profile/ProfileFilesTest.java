package org.symbolon.deidentification.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.symbolon.deidentification.profile.Questions.CT;
import static org.symbolon.deidentification.profile.Questions.PET;
import static org.symbolon.deidentification.profile.Questions.facts;
import static org.symbolon.deidentification.profile.Questions.in;
import static org.symbolon.deidentification.profile.Questions.ofCreator;
import static org.symbolon.deidentification.profile.Questions.top;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.symbolon.deidentification.cleaning.NumberPattern;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class ProfileFilesTest {
    @TempDir
    private Path folder;

    private Path file(String name, String yaml) throws IOException {
        return Files.writeString(folder.resolve(name), yaml);
    }

    private Profile load(String yaml) throws IOException {
        return Profiles.load(file("mine.yaml", yaml));
    }

    private AbstractStringAssert<?> problems(String yaml) throws IOException {
        Path file = file("mine.yaml", yaml);
        try {
            Profiles.load(file);
        } catch (SymbolonException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION);
            return assertThat(String.valueOf(e.getMessage()).replace(folder + "/", ""));
        }
        throw new AssertionError("the file should have had problems");
    }

    @Test
    void rulesAreForTagsKeywordsMasksCreatorsRepresentationsAndPaths() throws IOException {
        Profile mine = load("""
                profile: mine
                unlisted: keep
                private: remove
                rules:
                  - {attribute: "(0010,0010)", action: empty}
                  - {attribute: PatientID, action: hash}
                  - {attribute: "(60xx,3000)", action: remove}
                  - {attribute: "(0029,xx10,SIEMENS CSA HEADER)", action: keep}
                  - {attribute: "vr:PN", action: dummy, argument: NOBODY}
                  - {attribute: "path: RequestAttributesSequence/(0010,0020)", action: remove}
                """);

        assertThat(top(mine, Tags.PatientName)).isEqualTo(Rule.of(Action.EMPTY, "profile mine line 5"));
        assertThat(top(mine, Tags.PatientID).action()).isEqualTo(Action.HASH);
        assertThat(top(mine, 0x601E3000).action()).isEqualTo(Action.REMOVE);
        assertThat(top(mine, 0x601E3001).action()).isEqualTo(Action.KEEP);
        assertThat(ofCreator(mine, 0x00291010, "SIEMENS CSA HEADER", Vr.OB).action())
                .isEqualTo(Action.KEEP);
        assertThat(ofCreator(mine, 0x0029FF10, "SIEMENS CSA HEADER", Vr.OB).action())
                .isEqualTo(Action.KEEP);
        assertThat(ofCreator(mine, 0x00291010, "OTHER", Vr.OB).action()).isEqualTo(Action.REMOVE);
        assertThat(top(mine, Tags.OperatorsName).argument()).isEqualTo("NOBODY");
        assertThat(in(mine, Tags.RequestAttributesSequence, Tags.PatientID).action())
                .isEqualTo(Action.REMOVE);
        assertThat(in(mine, Tags.ReferencedStudySequence, Tags.PatientID).action())
                .isEqualTo(Action.HASH);
    }

    @Test
    void aRuleForTheTopDoesNotReachIntoSequences() throws IOException {
        Profile mine = load("""
                profile: mine
                extends: [basic]
                rules:
                  - {attribute: StudyDescription, action: keep, at: top}
                """);

        assertThat(top(mine, Tags.StudyDescription).action()).isEqualTo(Action.KEEP);
        assertThat(in(mine, Tags.ReferencedStudySequence, Tags.StudyDescription).action())
                .isEqualTo(Action.REMOVE);
    }

    @Test
    void conditionsDecideByObject() throws IOException {
        Profile mine = load("""
                profile: mine
                unlisted: keep
                rules:
                  - {attribute: StudyID, action: empty}
                  - {attribute: StudyID, action: remove, when: {modality: [US, XA], manufacturer: "SIEM*"}}
                  - {attribute: StudyID, action: keep, when: {sop-class: CTImageStorage, sender: "ward-?"}}
                  - {attribute: StationName, action: remove, when: {attribute: {"(0018,1000)": "", BodyPartExamined: [HEAD, "LEFT*"]}}}
                """);

        assertThat(mine.neededFacts())
                .containsExactly(Tags.Modality, Tags.Manufacturer, Tags.BodyPartExamined, Tags.DeviceSerialNumber);
        Map<Integer, String> siemens = Map.of(Tags.Modality, "xa", Tags.Manufacturer, "SIEMENS Healthineers");
        assertThat(top(mine, Tags.StudyID).action()).isEqualTo(Action.EMPTY);
        assertThat(top(mine, Tags.StudyID, facts(PET, "", siemens)).action()).isEqualTo(Action.REMOVE);
        assertThat(top(mine, Tags.StudyID, facts(PET, "", Map.of(Tags.Modality, "XA")))
                        .action())
                .isEqualTo(Action.EMPTY);
        assertThat(top(mine, Tags.StudyID, facts(CT, "ward-7", siemens)).action())
                .isEqualTo(Action.KEEP);
        assertThat(top(mine, Tags.StudyID, facts(CT, "ward-77", Map.of())).action())
                .isEqualTo(Action.EMPTY);
        assertThat(top(mine, Tags.StationName, facts(CT, "", Map.of(Tags.BodyPartExamined, "CHEST\\LEFT ARM")))
                        .action())
                .isEqualTo(Action.REMOVE);
        assertThat(top(mine, Tags.StationName).action()).isEqualTo(Action.KEEP);
    }

    @Test
    void theSameOutcomeIsResolvedOnce() {
        Profile basic = Profiles.byName("basic");

        assertThat(basic.rulesFor(facts(CT))).isSameAs(basic.rulesFor(facts(CT)));
        assertThat(basic.rulesFor(facts(CT))).isNotSameAs(basic.rulesFor(facts(PET)));
    }

    @Test
    void laterFilesGoBeforeEarlierOnes() throws IOException {
        file("house.yaml", """
                profile: house
                extends: [archive]
                patterns:
                  numbers: [lt-asmens-kodas]
                  own: {ward-number: "W[0-9]{5}"}
                records:
                  kinds: {attachment: quarantine}
                rules:
                  - {attribute: StudyDescription, action: keep}
                  - {attribute: StudyID, action: keep}
                """);
        Profile mine = load("""
                profile: mine
                extends: [house.yaml]
                options: [retain-device-identity]
                marks: {method: "House rules"}
                rules:
                  - {attribute: StudyID, action: hash}
                """);

        assertThat(mine.options())
                .containsExactlyInAnyOrder(
                        Option.RETAIN_DEVICE_IDENTITY,
                        Option.RETAIN_LONGITUDINAL_MODIFIED_DATES,
                        Option.RETAIN_PATIENT_CHARACTERISTICS);
        assertThat(mine.marks().method()).isEqualTo("House rules");
        assertThat(mine.marks().codes()).hasSize(4);
        assertThat(top(mine, Tags.StudyID).action()).isEqualTo(Action.HASH);
        assertThat(top(mine, Tags.StudyDescription)).isEqualTo(Rule.of(Action.KEEP, "profile house line 9"));
        assertThat(mine.cleaning().patterns())
                .containsExactlyInAnyOrder(
                        NumberPattern.builtIn("lt-asmens-kodas"), NumberPattern.expression("ward-number", "W[0-9]{5}"));
        assertThat(mine.records()).isNotNull();
    }

    @Test
    void saysEverythingThatIsWrongWithItsLine() throws IOException {
        problems("""
                profile: x y
                extends: [nobody]
                options: [retain-everything]
                unlisted: maybe
                patterns: {own: {a: "(", b: "x*"}, numbers: [mars]}
                marks: {codes: ["4711"], temporal: SOMETIMES}
                records: {kinds: {narrative: keep}}
                rules:
                  - {attribute: NoSuch, action: keep}
                  - {attribute: PatientID, action: burn}
                  - {attribute: StudyDate, action: set, argument: yesterday}
                  - action: keep
                  - {attribute: StudyID, action: ff1}
                  - {attribute: StudyID, action: set, argument: "${who}"}
                  - {attribute: [PatientName, PatientName], action: keep, at: bottom}
                  - {attribute: "vr:QQ", action: keep, when: {weather: rain}}
                  - {attribute: "(0010,xx10,ACME)", action: remove-or-empty}
                bogus: 1
                bogus: 2
                """)
                .contains("mine.yaml line 1: 'profile'")
                .contains("mine.yaml line 2: 'nobody'")
                .contains("mine.yaml line 3: unknown option 'retain-everything'")
                .contains("mine.yaml line 4: unknown value of 'unlisted' 'maybe'")
                .contains("mine.yaml line 5: 'a' is no regular expression")
                .contains("mine.yaml line 5: the expression 'b' fits the empty text")
                .contains("mine.yaml line 5: unknown number 'mars'")
                .contains("mine.yaml line 6: '4711' is no code of CID 7050")
                .contains("mine.yaml line 6: 'temporal'")
                .contains("mine.yaml line 7: 'keep' is nothing for narrative")
                .contains("mine.yaml line 9: 'NoSuch'")
                .contains("mine.yaml line 10: unknown action 'burn'")
                .contains("mine.yaml line 11: 'yesterday' is no value of DA")
                .contains("mine.yaml line 12: the rule has no 'attribute'")
                .contains("mine.yaml line 13: the argument of 'ff1'")
                .contains("mine.yaml line 14: unknown template ${who}")
                .contains("mine.yaml line 15: the rule in line 15 is for the same attribute")
                .contains("mine.yaml line 15: 'at' must be top or any")
                .contains("mine.yaml line 16: 'QQ' is no value representation")
                .contains("mine.yaml line 16: unknown key 'weather'")
                .contains("mine.yaml line 17: a private attribute has an odd group")
                .contains("mine.yaml line 17: unknown action 'remove-or-empty'")
                .contains("mine.yaml line 18: unknown key 'bogus'")
                .contains("mine.yaml line 19: the key 'bogus' stands already in line 18");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    options: [retain-longitudinal-full-dates, retain-longitudinal-modified-dates] | PS3.15 E.3.6
                    unlisted: keep                                                                | 'unlisted: keep'
                    private: keep                                                                 | 'private: keep'
                    private: search                                                               | 'private: search'
                    private: safe                                                                 | without the option
                    {options: [retain-safe-private], private: remove}                             | 'private: remove'
                    {options: [clean-pixel-data], pixels: leave}                                  | 'pixels: leave'
                    options: [clean-recognizable-visual-features]                                 | faces
                    """)
    void refusesWhatContradicts(String part, String problem) throws IOException {
        String inside =
                part.startsWith("{") ? part.substring(1, part.length() - 1).replace("], ", "]\n") : part;
        problems("profile: mine\nextends: [basic]\n" + inside + "\n").contains(problem);
    }

    @Test
    void refusesCircles() throws IOException {
        file("other.yaml", "profile: other\nextends: [mine.yaml]\n");

        problems("profile: mine\nextends: [other.yaml]\n").contains("other.yaml line 2: the profile extends itself");
    }

    @Test
    void refusesTooManyGenerations() throws IOException {
        for (int i = 0; i < 9; i++) {
            file("p" + i + ".yaml", "profile: p" + i + "\nextends: [p" + (i + 1) + ".yaml]\n");
        }
        file("p9.yaml", "profile: p9\n");

        problems("profile: mine\nextends: [p1.yaml]\n").contains("more than 8 deep");
        assertThat(Profiles.load(folder.resolve("p2.yaml")).name()).isEqualTo("p2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    profile: &a x\\nrules: *a           | aliases are not taken
                    profile: [                          | is no YAML
                    - a                                 | must be a map
                    profile: mine\\n---\\nprofile: b    | second document
                    profile: mine\\n? {a: b}\\n: c      | is no YAML
                    profile: mine\\nrules: {a: b}       | the rule has no 'attribute'
                    profile: mine\\nrules: [x]          | a rule must be a map
                    profile: mine\\nmarks: x            | 'marks' must be a map
                    """)
    void refusesWhatIsNoPlainYaml(String yaml, String problem) throws IOException {
        problems(yaml.replace("\\n", "\n")).contains(problem);
    }

    @Test
    void refusesWhatPassesALimit() throws IOException {
        problems("profile: mine\nrules: " + "[".repeat(17) + "]".repeat(17)).contains("deeper than 16");
        problems("profile: mine\n#" + "x".repeat(1 << 20)).contains("is longer than 1048576 bytes");
        assertThat(load("profile: mine\n#" + "x".repeat((1 << 20) - 20)).name()).isEqualTo("mine");
        problems("profile: mine\nrules:\n" + "  - x\n".repeat(150)).contains("and 50 more");
    }

    @Test
    void refusesWhatIsNotInUtf8() throws IOException {
        Path file = folder.resolve("latin.yaml");
        Files.write(file, "profile: mine\ndescription: M\u00FCller\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> Profiles.load(file))
                .withMessageContaining("is not in UTF-8");
        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> Profiles.load(folder.resolve("absent.yaml")))
                .withMessageContaining("there is no such file");
    }

    @Test
    void requirementsAreWhatMustBeThere() throws IOException {
        Profile mine = load("""
                profile: mine
                extends: [basic]
                rules:
                  - {attribute: InstitutionName, action: set, argument: "${site-name}"}
                  - {attribute: ClinicalTrialSponsorName, action: require}
                  - {attribute: Modality, action: set, argument: OT, when: {modality: ""}}
                """);

        assertThat(mine.rulesFor(facts(CT)).requirements())
                .extracting(Requirement::tag, Requirement::vr)
                .containsExactly(
                        tuple(Tags.Modality, Vr.CS),
                        tuple(Tags.InstitutionName, Vr.LO),
                        tuple(Tags.PatientName, Vr.PN),
                        tuple(Tags.PatientID, Vr.LO),
                        tuple(Tags.ClinicalTrialSponsorName, Vr.LO));
        assertThat(mine.rulesFor(facts(CT, "", Map.of(Tags.Modality, "CT"))).requirements())
                .extracting(Requirement::tag)
                .doesNotContain(Tags.Modality);
    }
}
