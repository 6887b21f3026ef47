package org.symbolon.deidentification.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.deidentification.profile.Questions.ROOT;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** PS3.15 table E.3.4-1, read a second time from the table itself where it is beside us. */
class ContentItemsTest {
    private static final Path TABLE = ROOT.resolve("../shared/standard/ps3.15_2026c_table_E.3.4-1.tsv");
    private static final Map<Option, Integer> COLUMNS = Map.of(
            Option.RETAIN_UIDS, 7,
            Option.RETAIN_DEVICE_IDENTITY, 8,
            Option.RETAIN_INSTITUTION_IDENTITY, 9,
            Option.RETAIN_PATIENT_CHARACTERISTICS, 10,
            Option.RETAIN_LONGITUDINAL_FULL_DATES, 11,
            Option.RETAIN_LONGITUDINAL_MODIFIED_DATES, 12,
            Option.CLEAN_DESCRIPTORS, 13);

    @Test
    void everyConceptHasItsAction() throws IOException {
        Assumptions.assumeTrue(Files.exists(TABLE), "the standard's table is not beside the repository");
        List<String> lines = Files.readAllLines(TABLE);
        RuleSet plain = with(Set.of());
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Rule basic = plain.contentItem(cells[1], cells[2], cells[3]);
            assertThat(basic.action()).as(line).isEqualTo(expected(cells[6], cells[3]));
            assertThat(basic.origin()).isEqualTo("E.3.4-1");
            COLUMNS.forEach((option, column) -> {
                Rule rule = with(Set.of(option)).contentItem(cells[1], cells[2], cells[3]);
                switch (cells[column]) {
                    case "K" -> assertThat(rule.action()).as(line + option).isEqualTo(Action.KEEP);
                    case "C" -> assertThat(rule.action()).as(line + option).isEqualTo(cleaned(cells[3]));
                    default -> assertThat(rule.action()).as(line + option).isEqualTo(basic.action());
                }
            });
        }
        assertThat(lines).hasSize(215);
    }

    private static Action expected(String code, String valueType) {
        if (code.equals("X")) {
            return Action.REMOVE;
        }
        return switch (valueType) {
            case "UIDREF" -> Action.REPLACE_UID;
            case "IMAGE", "COMPOSITE", "WAVEFORM", "CONTAINER" -> Action.PROCESS;
            default -> Action.DUMMY;
        };
    }

    private static Action cleaned(String valueType) {
        return switch (valueType) {
            case "DATE", "DATETIME" -> Action.SHIFT_DATE;
            case "TIME" -> Action.KEEP_TIME;
            default -> Action.CLEAN_TEXT;
        };
    }

    @Test
    void otherConceptsFollowTheirValueType() {
        RuleSet rules = with(Set.of(Option.RETAIN_LONGITUDINAL_MODIFIED_DATES));

        assertThat(rules.contentItem("1", "99", "TEXT")).isEqualTo(Rule.of(Action.CLEAN_TEXT, Action.DUMMY, "E.3.4-1"));
        assertThat(rules.contentItem("1", "99", "PNAME").action()).isEqualTo(Action.DUMMY);
        assertThat(rules.contentItem("1", "99", "DATE").action()).isEqualTo(Action.SHIFT_DATE);
        assertThat(rules.contentItem("1", "99", "TIME").action()).isEqualTo(Action.KEEP_TIME);
        assertThat(rules.contentItem("1", "99", "UIDREF").action()).isEqualTo(Action.REPLACE_UID);
        assertThat(rules.contentItem("1", "99", "NUM").action()).isEqualTo(Action.PROCESS);
        assertThat(rules.contentItem("", "", "CONTAINER").action()).isEqualTo(Action.PROCESS);
    }

    private static RuleSet with(Set<Option> options) {
        Set<Option> all = EnumSet.of(Option.CLEAN_STRUCTURED_CONTENT);
        all.addAll(options);
        return Profiles.basicWith(all).rulesFor(ObjectFacts.NONE);
    }
}
