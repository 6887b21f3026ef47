package org.symbolon.deidentification.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.symbolon.deidentification.profile.Questions.ROOT;
import static org.symbolon.deidentification.profile.Questions.ofCreator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.Tag;
import org.symbolon.dicom.Vr;

class SafePrivateTest {
    private static final Path TABLE = ROOT.resolve("../shared/standard/ps3.15_2026c_table_E.3.10-1.tsv");

    @Test
    void everySafeAttributeIsKeptInAnyBlockAndByItsCreatorOnly() throws IOException {
        Assumptions.assumeTrue(Files.exists(TABLE), "the standard's table is not beside the repository");
        Profile safe = Profiles.basicWith(Set.of(Option.RETAIN_SAFE_PRIVATE));
        Profile basic = Profiles.byName("basic");
        List<String> lines = Files.readAllLines(TABLE);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            int tag = Tag.parse(cells[0].replace("xx", "10"));
            int otherBlock = Tag.parse(cells[0].replace("xx", "A7"));
            assertThat(ofCreator(safe, tag, cells[1], Vr.DS)).isEqualTo(Rule.of(Action.KEEP, "E.3.10-1"));
            assertThat(ofCreator(safe, otherBlock, cells[1], Vr.DS).action()).isEqualTo(Action.KEEP);
            assertThat(ofCreator(safe, tag, "", Vr.DS).action()).isEqualTo(Action.REMOVE);
            assertThat(ofCreator(safe, tag, cells[1] + " 2", Vr.DS).action()).isEqualTo(Action.REMOVE);
            assertThat(ofCreator(basic, tag, cells[1], Vr.DS).action()).isEqualTo(Action.REMOVE);
        }
        assertThat(lines).hasSize(480);
    }
}
