package org.symbolon.deidentification.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class ProfilesTest {
    private static final Path ROOT = Path.of(System.getProperty("symbolon.repository.root", ".."));

    @TempDir
    private Path folder;

    @Test
    void basicHasARuleForEveryRowOfTheStandardsTable() throws IOException {
        Path table = ROOT.resolve("../shared/standard/ps3.15_2026c_table_E.1-1.tsv");
        Assumptions.assumeTrue(Files.exists(table), "the standard's table is not beside the repository");
        Profile basic = Profiles.byName("basic");
        List<String> rows = Files.readAllLines(table);
        int rules = 0;
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t", -1);
            if (!cells[1].startsWith("(gggg")) {
                Action action = rule(basic, Tag.parse(cells[1].replace('x', '0')));
                if (cells[4].equals("X")) {
                    assertThat(action).as(cells[1]).isEqualTo(Action.REMOVE);
                }
                rules++;
            }
        }
        assertThat(rules).isEqualTo(655);
    }

    @Test
    void basicKnowsRepeatingGroups() {
        Profile basic = Profiles.byName("basic");

        assertThat(rule(basic, 0x60023000)).isEqualTo(Action.REMOVE);
        assertThat(rule(basic, 0x50040010)).isEqualTo(Action.REMOVE);
        assertThat(rule(basic, 0x60020010)).isEqualTo(Action.KEEP);
    }

    @Test
    void archiveKeepsCharacteristicsAndMovesDates() {
        Profile archive = Profiles.byName("archive");

        assertThat(rule(archive, Tags.PatientAge)).isEqualTo(Action.KEEP);
        assertThat(rule(archive, Tags.PatientSex)).isEqualTo(Action.KEEP);
        assertThat(rule(archive, Tags.StudyDate)).isEqualTo(Action.SHIFT_DATE);
        assertThat(rule(archive, Tags.StudyTime)).isEqualTo(Action.KEEP_TIME);
        assertThat(rule(archive, Tags.PatientBirthDate)).isEqualTo(Action.EMPTY);
        assertThat(rule(archive, Tags.Allergies)).isEqualTo(Action.REMOVE);
    }

    @Test
    void wcptRemovesItsTenAttributesAndKeepsTheRest() {
        Profile wcpt = Profiles.byName("wcpt");

        assertThat(rule(wcpt, Tags.PatientName)).isEqualTo(Action.REMOVE);
        assertThat(rule(wcpt, Tags.PatientBirthDate)).isEqualTo(Action.KEEP);
    }

    @Test
    void defaultConfigurationIsTheListOfSupplement55() throws IOException {
        String conf = Files.readString(ROOT.resolve("conf/dicom-anonymizer.properties"));
        try (var resource = ProfilesTest.class.getResourceAsStream("sup55.properties")) {
            assertThat(resource).isNotNull();
            assertThat(conf).isEqualTo(new String(resource.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @Test
    void readsPropertyFiles() throws IOException {
        Path file = folder.resolve("mine.properties");
        Files.writeString(file, "# a comment\n\nA name, with anything(0010,0010)=1\nX(0008,103E) = 0\n");

        Profile profile = Profiles.fromProperties(file);

        assertThat(profile.name()).isEqualTo("mine");
        assertThat(rule(profile, Tags.PatientName)).isEqualTo(Action.REMOVE);
        assertThat(rule(profile, Tags.SeriesDescription)).isEqualTo(Action.KEEP);
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        Path file = folder.resolve("mine.properties");
        Files.writeString(file, "A(0010,0010)=1\nB(0010,0010)=2\n");

        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> Profiles.fromProperties(file))
                .withMessageContaining("Line 2")
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION));
    }

    private static Action rule(Profile profile, int tag) {
        Vr vr = Dictionary.standard().vr(tag);
        return profile.rulesFor(ObjectFacts.NONE)
                .rule(tag, "", vr, 0, 0, vr == Vr.SQ)
                .action();
    }
}
