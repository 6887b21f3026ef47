package org.symbolon.anonymizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.model.ErrorCode;
import picocli.CommandLine;

class ProfilesCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new ProfilesCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void listsWhatComesWithSymbolon() {
        assertThat(run("list")).isZero();
        assertThat(out.toString())
                .contains("archive ", "basic ", "mmiv-research ", "sup55 ", "tcia ", "teaching ", "wcpt ");
    }

    @Test
    void checksEveryFileAndSaysAllThatIsWrong() throws IOException {
        Path good = Files.writeString(folder.resolve("good.yaml"), "profile: good\nextends: [basic]\n");
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "profile: bad\nextends: [x]\nprivate: never\n");

        assertThat(run("check", bad.toString(), good.toString())).isEqualTo(ErrorCode.CONFIGURATION.exitCode());
        assertThat(out.toString()).contains("good.yaml: ok, profile good");
        assertThat(err.toString()).contains("bad.yaml line 2: ", "bad.yaml line 3: ");
        assertThat(run("check", good.toString())).isZero();
    }

    @Test
    void showsTheRuleForAnAttribute() {
        assertThat(run("show", "basic", "--tag", "SeriesDate", "--sop-class", "CTImageStorage"))
                .isZero();
        assertThat(out.toString()).contains("(0008,0021)  SeriesDate DA: remove; E.1-1");
        assertThat(run("show", "tcia", "--tag", "(0019,100C)/SIEMENS MR HEADER"))
                .isZero();
        assertThat(out.toString()).contains("keep; E.3.10-1");
        assertThat(run("show", "basic", "--tag", "InstitutionName", "--inside", "OperatorIdentificationSequence"))
                .isZero();
        assertThat(out.toString()).contains("InstitutionName LO: dummy; E.1-1");
    }

    @Test
    void showsAProfileAsAWhole() {
        assertThat(run("show", "archive")).isZero();
        assertThat(out.toString())
                .contains("retain-longitudinal-modified-dates, retain-patient-characteristics")
                .contains("113107 Retain Longitudinal")
                .contains("(0028,0303)  MODIFIED");
    }

    @Test
    void namesWhatIsUnknown() {
        assertThat(run("show", "nobody")).isEqualTo(ErrorCode.CONFIGURATION.exitCode());
        assertThat(run("show", "basic", "--tag", "Nothing")).isEqualTo(ErrorCode.CONFIGURATION.exitCode());
        assertThat(err.toString()).contains("no profile 'nobody'", "'Nothing'");
    }
}
