package org.symbolon.deidentification.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.deidentification.profile.Questions.ROOT;
import static org.symbolon.deidentification.profile.Questions.in;
import static org.symbolon.deidentification.profile.Questions.ofCreator;
import static org.symbolon.deidentification.profile.Questions.top;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

/** The profile of the research PACS, row by row. */
class MmivResearchTest {
    private static final Path TABLE = ROOT.resolve("../shared/profiles/mmiv-research.tsv");

    /** What the issue asks for beside the table. */
    private static final Map<Integer, Rule> INSTEAD = Map.of(
            Tags.InstitutionName, rule(Action.SET, "${project}"),
            Tags.StudyID, rule(Action.HASH, ""));

    private final Profile mmiv = Profiles.byName("mmiv-research");

    private static Rule rule(Action action, String argument) {
        return new Rule(action, action, argument, "");
    }

    @Test
    void everyRowHasItsAction() throws IOException {
        Assumptions.assumeTrue(Files.exists(TABLE), "the list is not beside the repository");
        int rows = 0;
        for (String line : Files.readAllLines(TABLE)) {
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            rows++;
            check(Tag.parse(cells[0]), cells[2], cells.length > 3 ? cells[3] : "");
        }
        assertThat(rows).isEqualTo(266);
    }

    private void check(int tag, String action, String note) {
        Rule found = top(mmiv, tag);
        String what = Tag.format(tag) + " " + action;
        Rule expected = INSTEAD.get(tag);
        if (expected != null) {
            assertRule(found, expected.action(), expected.argument(), what);
        } else if (note.contains("not applied")) {
            assertThat(found).as(what).isEqualTo(Rule.of(Action.KEEP, "unlisted"));
        } else if (action.contains("/")) {
            assertThat(mmiv.marks().codes().stream().map(Marks.Code::value).reduce((a, b) -> a + "/" + b))
                    .contains(action);
        } else if (action.startsWith("set: ")) {
            assertThat(mmiv.marks().method()).isEqualTo(action.substring(5));
        } else {
            checkNamed(found, action, what);
        }
    }

    private void checkNamed(Rule found, String action, String what) {
        switch (action) {
            case "keep" -> assertRule(found, Action.KEEP, "", what);
            case "remove" -> assertRule(found, Action.REMOVE, "", what);
            case "empty" -> assertRule(found, Action.EMPTY, "", what);
            case "hash" -> assertRule(found, Action.HASH, "", what);
            case "hashuid" -> assertRule(found, Action.HOSPITAL_UID, "", what);
            case "hashuid+PROJECTNAME" -> assertRule(found, Action.REPLACE_UID, "", what);
            case "incrementdate" -> assertRule(found, Action.SHIFT_DATE, "", what);
            case "Re-Mapped" -> assertRule(found, Action.PATIENT_PSEUDONYM, "project", what);
            case "process" -> assertRule(found, Action.PROCESS, "", what);
            case "always", "PROJECTNAME" -> assertRule(found, Action.SET, "${project}", what);
            case "SITEID" -> assertRule(found, Action.SET, "${site-id}", what);
            case "SITENAME" -> assertRule(found, Action.SET, "${site-name}", what);
            case "BODYPART" -> assertRule(found, Action.SET, "${body-part}", what);
            case "CTP" -> assertRule(found, Action.SET, "CTP", what);
            case "MODIFIED" -> assertThat(mmiv.marks().temporal()).isEqualTo("MODIFIED");
            // Patient Identity Removed is a mark that every profile writes
            case "YES" -> assertThat(mmiv.marks().method()).isNotEmpty();
            default -> throw new AssertionError("a new action: " + what);
        }
    }

    private static void assertRule(Rule found, Action action, String argument, String what) {
        assertThat(found.action()).as(what).isEqualTo(action);
        assertThat(found.argument()).as(what).isEqualTo(argument);
        assertThat(found.origin()).as(what).startsWith("profile mmiv-research line ");
    }

    @Test
    void whatIsNotNamedStaysAndPrivateAttributesAreSearched() {
        assertThat(mmiv.unlisted()).isEqualTo(Unlisted.KEEP);
        assertThat(mmiv.privateAttributes()).isEqualTo(PrivatePolicy.SEARCH);
        assertThat(top(mmiv, Tags.KVP)).isEqualTo(Rule.of(Action.KEEP, "unlisted"));
        assertThat(ofCreator(mmiv, 0x00291010, "SIEMENS CSA HEADER", Vr.OB))
                .isEqualTo(new Rule(Action.KEEP, Action.QUARANTINE, "search", "private"));
        assertThat(ofCreator(mmiv, 0x00291008, "SIEMENS CSA HEADER", Vr.LO).action())
                .isEqualTo(Action.CLEAN_TEXT);
        assertThat(ofCreator(mmiv, 0x00290010, "", Vr.LO).action()).isEqualTo(Action.KEEP);
    }

    @Test
    void theProjectsOwnBlockHoldsNothingElse() {
        assertThat(ofCreator(mmiv, 0x00131014, "CTP", Vr.LO).action()).isEqualTo(Action.REMOVE);
        assertThat(ofCreator(mmiv, 0x00130011, "", Vr.LO).action()).isEqualTo(Action.REMOVE);
        assertThat(mmiv.rulesFor(ObjectFacts.NONE).requirements())
                .extracting(Requirement::tag)
                .containsExactly(
                        Tags.InstitutionName,
                        Tags.PatientName,
                        Tags.PatientID,
                        0x00130010,
                        0x00131010,
                        0x00131011,
                        0x00131012,
                        0x00131013,
                        Tags.BodyPartExamined);
    }

    @Test
    void rulesHoldInSequencesToo() {
        assertThat(in(mmiv, Tags.RadiopharmaceuticalInformationSequence, Tags.RadiopharmaceuticalStartDateTime)
                        .action())
                .isEqualTo(Action.SHIFT_DATE);
        assertThat(in(mmiv, Tags.RequestAttributesSequence, Tags.AccessionNumber)
                        .action())
                .isEqualTo(Action.HASH);
    }
}
