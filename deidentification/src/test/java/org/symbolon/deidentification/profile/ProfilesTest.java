package org.symbolon.deidentification.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.symbolon.deidentification.profile.Questions.ROOT;
import static org.symbolon.deidentification.profile.Questions.in;
import static org.symbolon.deidentification.profile.Questions.ofCreator;
import static org.symbolon.deidentification.profile.Questions.top;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.deidentification.cleaning.CleaningOptions;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class ProfilesTest {
    private static final String UNIT = "sequences and codes of ";

    @TempDir
    private Path folder;

    @Test
    void everyProfileOfTheConfigurationIsThereUnderItsName() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("conf/profiles"))) {
            List<String> names = files.map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
            assertThat(Profiles.names()).isEqualTo(names);
        }
        for (String name : Profiles.names()) {
            assertThat(Profiles.byName(name).name()).isEqualTo(name);
            assertThat(Profiles.byName(name).description()).as(UNIT + name).isNotEmpty();
        }
    }

    @Test
    void everyShippedProfileCanBeLoadedFromItsFile() {
        for (String name : Profiles.names()) {
            Profile loaded = Profiles.load(ROOT.resolve("conf/profiles/" + name + ".yaml"));

            assertThat(loaded.marks()).isEqualTo(Profiles.byName(name).marks());
            assertThat(loaded.options()).isEqualTo(Profiles.byName(name).options());
        }
    }

    @Test
    void basicClaimsOnlyTheBasicProfile() {
        Profile basic = Profiles.byName("basic");

        assertThat(basic.marks())
                .isEqualTo(new Marks(
                        "PS3.15 2026c basic profile",
                        List.of(new Marks.Code("113100", "Basic Application Confidentiality Profile")),
                        "REMOVED"));
        assertThat(basic.options()).isEmpty();
        assertThat(basic.privateAttributes()).isEqualTo(PrivatePolicy.REMOVE);
        assertThat(basic.structuredContent()).isFalse();
        assertThat(basic.cleaning().patterns())
                .isEqualTo(CleaningOptions.defaults().patterns());
    }

    @Test
    void basicKnowsRepeatingGroups() {
        Profile basic = Profiles.byName("basic");

        assertThat(top(basic, 0x60023000).action()).isEqualTo(Action.REMOVE);
        assertThat(top(basic, 0x50040010).action()).isEqualTo(Action.REMOVE);
        assertThat(top(basic, 0x60020010)).isEqualTo(Rule.of(Action.KEEP, "unlisted"));
    }

    @Test
    void textThatTheTableDoesNotNameIsCleanedButCodesStay() {
        Profile basic = Profiles.byName("basic");

        assertThat(top(basic, Tags.ReceiveCoilName)).isEqualTo(Rule.of(Action.CLEAN_TEXT, Action.DUMMY, "unlisted"));
        assertThat(in(basic, Tags.AnatomicRegionSequence, Tags.CodeMeaning).action())
                .isEqualTo(Action.CLEAN_TEXT);
        assertThat(in(basic, Tags.AnatomicRegionSequence, Tags.CodeValue).action())
                .isEqualTo(Action.KEEP);
        assertThat(top(basic, Tags.ImageType).action()).isEqualTo(Action.KEEP);
        assertThat(top(basic, 0x00080007).action()).as("no attribute of PS3.6").isEqualTo(Action.REMOVE);
    }

    @Test
    void whatGoesToTheArchiveCarriesNoEncryptedIdentity() {
        assertThat(Profiles.names())
                .filteredOn(name -> !Profiles.byName(name).allowsEncryptedAttributes())
                .containsExactly("archive", "wcpt");
    }

    @Test
    void archiveKeepsCharacteristicsAndMovesDates() {
        Profile archive = Profiles.byName("archive");

        assertThat(archive.marks().codes()).extracting(Marks.Code::value).containsExactly("113100", "113107", "113108");
        assertThat(archive.marks().method()).isEqualTo("PS3.15 2026c basic, mod. dates, pat. chars.");
        assertThat(archive.marks().temporal()).isEqualTo("MODIFIED");
        assertThat(archive.pixels()).isEqualTo(PixelPolicy.CLEAN);
        assertThat(top(archive, Tags.PatientAge).action()).isEqualTo(Action.CAP_AGE);
        assertThat(top(archive, Tags.PatientSex)).isEqualTo(Rule.of(Action.KEEP, "E.1-1"));
        assertThat(top(archive, Tags.StudyDate)).isEqualTo(Rule.of(Action.SHIFT_DATE, Action.EMPTY, "E.1-1"));
        assertThat(top(archive, Tags.StudyTime)).isEqualTo(Rule.of(Action.KEEP_TIME, Action.EMPTY, "E.1-1"));
        assertThat(top(archive, Tags.PatientBirthDate)).isEqualTo(Rule.of(Action.EMPTY, "E.1-1"));
        assertThat(top(archive, Tags.Allergies)).isEqualTo(Rule.of(Action.CLEAN_TEXT, Action.REMOVE, "E.1-1"));
        assertThat(top(archive, Tags.SourceImageSequence).action()).isEqualTo(Action.PROCESS);
        assertThat(archive.rulesFor(ObjectFacts.NONE).requirements())
                .extracting(Requirement::tag)
                .containsExactly(Tags.PatientName, Tags.PatientID);
    }

    @Test
    void tciaKeepsDevicesSafePrivateAttributesAndCleansDescriptions() {
        Profile tcia = Profiles.byName("tcia");

        assertThat(tcia.marks().codes())
                .extracting(Marks.Code::value)
                .containsExactly("113100", "113101", "113105", "113107", "113108", "113109", "113111");
        assertThat(tcia.marks().temporal()).isEqualTo("MODIFIED");
        assertThat(tcia.privateAttributes()).isEqualTo(PrivatePolicy.SAFE);
        assertThat(tcia.pixels()).isEqualTo(PixelPolicy.CLEAN);
        assertThat(top(tcia, Tags.StudyDescription).action()).isEqualTo(Action.CLEAN_TEXT);
        assertThat(top(tcia, Tags.DeviceSerialNumber).action()).isEqualTo(Action.KEEP);
        assertThat(top(tcia, Tags.DateOfLastCalibration).action()).isEqualTo(Action.SHIFT_DATE);
        assertThat(top(tcia, Tags.PatientAge).action()).isEqualTo(Action.CAP_AGE);
        assertThat(top(tcia, Tags.PatientAge).otherwise()).isEqualTo(Action.KEEP);
        assertThat(ofCreator(tcia, 0x0019100C, "SIEMENS MR HEADER", Vr.IS)).isEqualTo(Rule.of(Action.KEEP, "E.3.10-1"));
        assertThat(ofCreator(tcia, 0x0019109E, "GEMS_ACQU_01", Vr.LO))
                .isEqualTo(Rule.of(Action.CLEAN_TEXT, Action.REMOVE, "E.3.10-1"));
        assertThat(ofCreator(tcia, 0x0019100C, "OTHER", Vr.IS)).isEqualTo(Rule.of(Action.REMOVE, "private"));
        assertThat(ofCreator(tcia, 0x0019110C, "SIEMENS MR HEADER", Vr.IS).action())
                .isEqualTo(Action.KEEP);
        assertThat(ofCreator(tcia, 0x00190010, "", Vr.LO).action()).isEqualTo(Action.REMOVE);
    }

    @Test
    void teachingCutsDatesAndLetsNoDeviceOrHouseThrough() {
        Profile teaching = Profiles.byName("teaching");

        assertThat(teaching.marks().temporal()).isEqualTo("MODIFIED");
        assertThat(teaching.structuredContent()).isTrue();
        assertThat(top(teaching, Tags.StudyDate))
                .extracting(Rule::action, Rule::otherwise, Rule::argument)
                .containsExactly(Action.TRUNCATE_DATE, Action.DUMMY, "year");
        assertThat(top(teaching, Tags.StudyTime).action()).isEqualTo(Action.EMPTY);
        assertThat(top(teaching, Tags.InstitutionName).action()).isNotEqualTo(Action.KEEP);
        assertThat(top(teaching, Tags.DeviceSerialNumber).action()).isNotEqualTo(Action.KEEP);
        assertThat(top(teaching, Tags.SeriesDescription).action()).isEqualTo(Action.CLEAN_TEXT);
        assertThat(top(teaching, Tags.PatientComments).action()).isEqualTo(Action.REMOVE);
        assertThat(top(teaching, Tags.PatientSex).action()).isEqualTo(Action.KEEP);
    }

    @Test
    void wcptRemovesItsTenAttributesAndKeepsTheRest() {
        Profile wcpt = Profiles.byName("wcpt");

        assertThat(top(wcpt, Tags.PatientName).action()).isEqualTo(Action.REMOVE);
        assertThat(in(wcpt, Tags.RequestAttributesSequence, Tags.PatientName).action())
                .isEqualTo(Action.REMOVE);
        assertThat(top(wcpt, Tags.PatientBirthDate)).isEqualTo(Rule.of(Action.KEEP, "unlisted"));
        assertThat(ofCreator(wcpt, 0x00191008, "ANY", Vr.LO).action()).isEqualTo(Action.KEEP);
        assertThat(wcpt.marks()).isEqualTo(new Marks("Symbolon profile wcpt", List.of(), ""));
        assertThat(wcpt.unlisted()).isEqualTo(Unlisted.KEEP);
    }

    @Test
    void sup55IsTheDefaultListOfTheOldCommand() throws IOException {
        Profile sup55 = Profiles.byName("sup55");
        Profile old = Profiles.fromProperties(ROOT.resolve("conf/dicom-anonymizer.properties"));
        int rules = 0;
        for (String line : Files.readAllLines(ROOT.resolve("conf/dicom-anonymizer.properties"))) {
            if (!line.startsWith("#") && !line.isBlank()) {
                int tag = Tag.parse(line.substring(line.indexOf('('), line.indexOf(')') + 1));
                assertThat(top(old, tag).action()).as(line).isEqualTo(Action.REMOVE);
                assertThat(top(sup55, tag).action()).as(line).isEqualTo(Action.REMOVE);
                rules++;
            }
        }
        for (int tag = 0x00080000; tag < 0x00410000; tag++) {
            assertThat(top(sup55, tag).action()).isEqualTo(top(old, tag).action());
        }
        assertThat(rules).isEqualTo(48);
    }

    @Test
    void readsPropertyFiles() throws IOException {
        Path file = folder.resolve("mine.properties");
        Files.writeString(file, "# a comment\n\nA name, with anything(0010,0010)=1\nX(0008,103E) = 0\n");

        Profile profile = Profiles.of(file.toString());

        assertThat(profile.name()).isEqualTo("mine");
        assertThat(top(profile, Tags.PatientName)).isEqualTo(Rule.of(Action.REMOVE, "profile mine line 3"));
        assertThat(top(profile, Tags.SeriesDescription).action()).isEqualTo(Action.KEEP);
    }

    @Test
    void namesEveryLineOfAPropertyFileThatIsWrong() throws IOException {
        Path file = folder.resolve("mine.properties");
        Files.writeString(file, "A(0010,0010)=1\nB(0010,0010)=2\nC=1\n");

        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> Profiles.load(file))
                .withMessageContaining("mine.properties line 2: ")
                .withMessageContaining("mine.properties line 3: ")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION));
    }

    @Test
    void saysWhichProfilesThereAre() {
        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> Profiles.of("nobody"))
                .withMessageContaining("archive")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION));
    }
}
