package org.symbolon.anonymizer.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.anonymizer.AnonymizeCommand;
import org.symbolon.anonymizer.KeystoreCommand;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import picocli.CommandLine;

class AuditCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter said = new StringWriter();

    @CommandLine.Command(
            name = "symbolon",
            subcommands = {KeystoreCommand.class, AnonymizeCommand.class, AuditCommand.class})
    private static final class Root {}

    @Test
    void valuesAreCountedAndTheDoubtfulComeFirst() throws IOException {
        for (int i = 1; i <= 3; i++) {
            image(i, "<b>Thistlewood</b> & sons");
        }
        Files.writeString(folder.resolve("in/empty"), "");

        assertThat(run("audit", path("in"), "--json", path("a.json"), "--html", path("a.html")))
                .isEqualTo(1);

        JsonNode report = json();
        assertThat(report.path("files").asInt()).isEqualTo(4);
        assertThat(report.path("images").asInt()).isEqualTo(3);
        assertThat(report.path("unread").get(0).path("code").asText()).isEqualTo("EMPTY_FILE");
        JsonNode first = report.path("attributes").get(0);
        assertThat(first.path("path").asText()).isEqualTo("(0010,0010)");
        assertThat(first.path("values").get(0).path("value").asText()).isEqualTo("Thistlewood^Cornelius");
        assertThat(first.path("values").get(0).path("count").asInt()).isEqualTo(3);
        assertThat(first.path("risk").asInt()).isGreaterThanOrEqualTo(80);
        assertThat(attribute(report, "(0008,0060)").path("risk").asInt()).isZero();
        assertThat(report.has("removed")).isFalse();
        assertThat(Files.readString(folder.resolve("a.html")))
                .contains("&lt;b&gt;Thistlewood&lt;/b&gt; &amp; sons")
                .doesNotContain("<b>Thistlewood");
        for (String file : new String[] {"a.json", "a.html"}) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(said.toString()).contains("warning").doesNotContain("Thistlewood");
    }

    @Test
    void thePageShowsTheDoubtfulFirstInABrowser() throws IOException {
        for (int i = 1; i <= 12; i++) {
            image(i, "<script>document.title='ran'</script> seen by Thistlewood " + "n".repeat(i));
        }
        Files.writeString(folder.resolve("profile.properties"), "PatientName(0010,0010)=1\n");
        assertThat(audited(folder.resolve("profile.properties").toString())).isEqualTo(1);
        ReportInBrowser.look(folder.resolve("a.html"), page -> {
            assertThat(page.title()).isEqualTo("De-identification audit");
            Locator attributes =
                    page.locator("table").filter(new Locator.FilterOptions().setHasText("those that deserve"));
            List<Integer> risks = attributes.locator("tbody tr > td:first-child").allInnerTexts().stream()
                    .map(Integer::valueOf)
                    .toList();
            assertThat(risks).hasSizeGreaterThan(5).isSortedAccordingTo(Comparator.reverseOrder());
            Locator comments =
                    attributes.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("(0020,4000)"));
            assertThat(comments.locator("li:visible").count()).isEqualTo(8);
            comments.locator("summary").click();
            assertThat(comments.locator("li:visible").count()).isEqualTo(12);
            Locator found = page.locator("tr.high").first();
            assertThat(found.innerText()).contains("(0020,4000)", "(0010,0010)", "12");
            int line = ((Number) page.evaluate("parseFloat(getComputedStyle(document.body).lineHeight)")).intValue();
            assertThat(attributes.locator("thead th").first().boundingBox().height)
                    .as("no heading is broken inside a word")
                    .isLessThan(3.6 * line);
        });
    }

    @Test
    void aRemovedValueThatStandsElsewhereIsALeak() throws IOException {
        image(1, "seen with Thistlewood");
        Files.writeString(folder.resolve("profile.properties"), "PatientName(0010,0010)=1\n");

        assertThat(audited(folder.resolve("profile.properties").toString())).isEqualTo(1);

        JsonNode removed = json().path("removed");
        assertThat(removed.path("leaks").asInt()).isEqualTo(1);
        JsonNode residual = removed.path("residuals").get(0);
        assertThat(residual.path("place").asText()).isEqualTo("(0020,4000)");
        assertThat(residual.path("origin").asText()).isEqualTo("(0010,0010)");
        assertThat(residual.path("filesOfPatient").asInt()).isEqualTo(1);
        assertThat(said.toString())
                .contains("1 stand in files of their patient")
                .doesNotContain("Thistlewood");
    }

    @Test
    void whatIsGoneIsNoLeak() throws IOException {
        image(1, "nobody");

        assertThat(audited("basic")).isZero();

        JsonNode removed = json().path("removed");
        assertThat(removed.path("halves").asInt()).isEqualTo(1);
        assertThat(removed.path("sought").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(removed.path("residuals")).isEmpty();
        assertThat(attribute(json(), "(0010,0010)").path("changedInObjects").asInt())
                .isEqualTo(1);
        assertThat(attribute(json(), "(0010,0010)").path("risk").asInt()).isZero();
        assertThat(attribute(json(), "(0012,0064).(0008,0104)").path("risk").asInt())
                .as("the profile's own codes")
                .isZero();
    }

    @Test
    void wrongUsageIsRefused() {
        assertThat(run("audit", path("in"))).isEqualTo(2);
        assertThat(run("audit", path("in"), "--json", path("a"), "--identity", path("i")))
                .isEqualTo(2);
        assertThat(run("audit", path("in"), "--json", path("a"), "--values", "0"))
                .isEqualTo(2);
        assertThat(run("audit", path("nowhere"), "--json", path("a"))).isNotZero();
    }

    private int audited(String profile) throws IOException {
        Files.writeString(folder.resolve("password"), "correct horse\n");
        String[] keys = {"--keystore", path("k.p12"), "--password-file", path("password")};
        assertThat(run("keystore", "create", path("k.p12"), keys[2], keys[3])).isZero();
        assertThat(run(
                        "anonymize",
                        path("in"),
                        "--out",
                        path("out"),
                        "--profile",
                        profile,
                        "--identity-out",
                        path("id"),
                        keys[0],
                        keys[1],
                        keys[2],
                        keys[3]))
                .as(said.toString())
                .isZero();
        return run(
                "audit",
                path("out"),
                "--json",
                path("a.json"),
                "--html",
                path("a.html"),
                "--identity",
                path("id"),
                keys[0],
                keys[1],
                keys[2],
                keys[3]);
    }

    private void image(int number, String comments) throws IOException {
        DataSet data = new DataSet();
        data.putString(Tags.SOPClassUID, Uids.CTImageStorage)
                .putString(Tags.SOPInstanceUID, "1.2.3." + number)
                .putString(Tags.StudyInstanceUID, "1.2.3.100")
                .putString(Tags.SeriesInstanceUID, "1.2.3.101")
                .putString(Tags.Modality, "CT")
                .putString(Tags.PatientName, "Thistlewood^Cornelius")
                .putString(Tags.PatientID, "MRN-4711-0815")
                .put(Tags.ImageComments, Vr.LT, comments);
        Path file = folder.resolve("in/" + number + ".dcm");
        Files.createDirectories(folder.resolve("in"));
        TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(Part10Writer.fileMeta(Uids.CTImageStorage, "1.2.3." + number, syntax, null));
            new DataSetWriter(out, syntax, DataSetWriter.SequenceLengths.DEFINED).write(data);
        }
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("a.json").toFile());
    }

    private static JsonNode attribute(JsonNode report, String path) {
        return StreamSupport.stream(report.path("attributes").spliterator(), false)
                .filter(one -> one.path("path").asText().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private int run(String... arguments) {
        return new CommandLine(new Root())
                .setOut(new PrintWriter(said, true))
                .setErr(new PrintWriter(said, true))
                .execute(arguments);
    }
}
