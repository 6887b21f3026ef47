package org.symbolon.anonymizer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.TransferSyntax;
import picocli.CommandLine;

class CommandsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @CommandLine.Command(
            name = "symbolon",
            subcommands = {KeystoreCommand.class, AnonymizeCommand.class, PersonalizeCommand.class})
    private static final class Root {}

    @BeforeEach
    void makeKeystore() throws IOException {
        Files.writeString(folder.resolve("password"), "correct horse\n");
        int exit =
                run("keystore", "create", path("k.p12"), "--organisation", "wcpt", "--password-file", path("password"));
        assertThat(exit).as(err.toString()).isZero();
    }

    @Test
    void thereAndBackAgain() throws Exception {
        Path in = folder.resolve("Muster^Max");
        Path one = write(in.resolve("one.dcm"), "1.2.3.4");
        Path two = write(in.resolve("deeper/two.dcm"), "1.2.3.5");
        Files.writeString(in.resolve("broken.dcm"), "");

        assertThat(anonymize(in)).isEqualTo(1);

        JsonNode json = lastLine();
        assertThat(json.get("found").asInt()).isEqualTo(3);
        assertThat(json.get("written").asInt()).isEqualTo(2);
        assertThat(json.get("rejected").get(0).get("code").asText()).isEqualTo("EMPTY_FILE");
        for (Path file : files(folder.resolve("anonymous"))) {
            String name = folder.resolve("anonymous").relativize(file).toString();
            assertThat(name).matches("2\\.25\\.\\d+/2\\.25\\.\\d+/2\\.25\\.\\d+\\.dcm");
        }

        assertThat(personalize()).isZero();
        Path back = folder.resolve("back/1.2.3.1/1.2.3.2");
        assertThat(Files.mismatch(one, back.resolve("1.2.3.4.dcm"))).isEqualTo(-1);
        assertThat(Files.mismatch(two, back.resolve("1.2.3.5.dcm"))).isEqualTo(-1);
    }

    @Test
    void aSecondRunAgreesWithTheFirst() throws Exception {
        write(folder.resolve("in/one.dcm"), "1.2.3.4");
        assertThat(anonymize(folder.resolve("in"))).isZero();
        List<Path> first = files(folder.resolve("anonymous"));
        byte[] content = Files.readAllBytes(first.get(0));

        assertThat(anonymize(folder.resolve("in"))).isZero();

        assertThat(files(folder.resolve("anonymous"))).isEqualTo(first);
        assertThat(Files.readAllBytes(first.get(0))).isEqualTo(content);
    }

    @Test
    void contentsOfOneInstanceUidAreAllKept() throws Exception {
        Path explicit = write(folder.resolve("in/one.dcm"), "1.2.3.4");
        Path implicit = Samples.write(
                folder.resolve("in/two.dcm"),
                "1.2.3.4",
                TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
                SequenceLengths.DEFINED);

        assertThat(anonymize(folder.resolve("in"))).isZero();
        assertThat(personalize()).isZero();

        List<Path> back = files(folder.resolve("back"));
        assertThat(back).hasSize(2);
        assertThat(back.stream().filter(file -> same(file, explicit))).hasSize(1);
        assertThat(back.stream().filter(file -> same(file, implicit))).hasSize(1);
    }

    @Test
    void strangerAndWrongPasswordAreRefused() throws Exception {
        write(folder.resolve("in/one.dcm"), "1.2.3.4");
        anonymize(folder.resolve("in"));
        write(folder.resolve("anonymous/stranger.dcm"), "1.2.3.9");

        assertThat(personalize()).isEqualTo(1);
        assertThat(lastLine().get("rejected").get(0).get("code").asText()).isEqualTo("NOT_FOUND");

        Files.writeString(folder.resolve("password"), "wrong horse\n");
        assertThat(personalize()).isEqualTo(77);
        assertThat(err.toString()).contains("WRONG_KEY");
    }

    @Test
    void unknownProfileAndMissingInputAreErrors() throws Exception {
        write(folder.resolve("in/one.dcm"), "1.2.3.4");
        assertThat(run(
                        "anonymize",
                        path("in"),
                        "--out",
                        path("o"),
                        "--profile",
                        "none",
                        "--keystore",
                        path("k.p12"),
                        "--identity-out",
                        path("i"),
                        "--password-file",
                        path("password")))
                .isEqualTo(78);
        assertThat(anonymize(folder.resolve("absent"))).isEqualTo(66);
        assertThat(run("keystore")).isEqualTo(2);
    }

    private int anonymize(Path in) {
        return run(
                "anonymize",
                in.toString(),
                "--out",
                path("anonymous"),
                "--profile",
                "basic",
                "--keystore",
                path("k.p12"),
                "--identity-out",
                path("identity"),
                "--password-file",
                path("password"),
                "--json",
                "--threads",
                "2");
    }

    private int personalize() {
        return run(
                "personalize",
                path("anonymous"),
                "--out",
                path("back"),
                "--keystore",
                path("k.p12"),
                "--identity",
                path("identity"),
                "--password-file",
                path("password"),
                "--json");
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return new CommandLine(new Root())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private JsonNode lastLine() throws IOException {
        List<String> lines = out.toString().lines().toList();
        return new ObjectMapper().readTree(lines.get(lines.size() - 1));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private static Path write(Path file, String instance) throws IOException {
        return Samples.write(file, instance, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, SequenceLengths.DEFINED);
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.mismatch(one, other) == -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
