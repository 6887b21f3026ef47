package org.symbolon.dicomtools.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Vr;

class ValidateCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static DataSet wrong() {
        return Samples.image().put(Tags.StudyDate, Vr.DA, "yesterday").put(Tags.Modality, Vr.CS, "lower case");
    }

    @Test
    void namesRuleAndElementButNoValue() throws IOException {
        Path file = Samples.write(folder.resolve("a.dcm"), wrong());

        Run run = Run.of("validate", file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(file + ": error: ")
                .contains("element (0008,0020)")
                .contains("element (0008,0060)")
                .doesNotContain("yesterday", "lower case");
        assertThat(run.lastLine()).contains(" errors, ").contains("1 found, 1 examined, 0 failed");
    }

    @Test
    void jsonHasAnObjectForEachFile() throws IOException {
        Path file = Samples.write(folder.resolve("a.dcm"), wrong());

        Run run = Run.of("validate", "--json", file);

        JsonNode first = new ObjectMapper().readTree(run.lines().get(0));
        assertThat(first.get("file").asText()).isEqualTo(file.toString());
        assertThat(first.get("errors").asInt()).isGreaterThanOrEqualTo(2);
        JsonNode finding = first.get("findings").get(0);
        assertThat(finding.get("rule").asText()).contains("PS3.");
        assertThat(finding.get("severity").asText()).isEqualTo("error");
        assertThat(new ObjectMapper().readTree(run.lastLine()).get("done").asInt())
                .isEqualTo(1);
    }

    @Test
    void everyFileOfTheTestDataIsExamined() {
        Run run = Run.of("validate", "--json", Samples.shared("dicom"));

        assertThat(run.err()).doesNotContain("INTERNAL");
        assertThat(run.lines()).hasSizeGreaterThan(150);
    }
}
