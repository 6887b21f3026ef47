package org.symbolon.anonymizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.crosswalk.PatientIdentity;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.Secret;
import picocli.CommandLine;

/** The life of a keystore on the command line. */
class KeystoreCommandTest {
    private static final PatientIdentity PERSON =
            new PatientIdentity("clinic", "", "P1", "Planted^Given", "19501231", "F", List.of(), "1.2.3");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String patient = "";

    @CommandLine.Command(
            name = "symbolon",
            subcommands = {KeystoreCommand.class, CrosswalkCommand.class})
    private static final class Root {}

    @BeforeEach
    void makeKeystore() throws IOException {
        Files.writeString(folder.resolve("password"), "correct horse\n");
        Files.writeString(folder.resolve("new-password"), "another horse\n");
        assertThat(run("keystore", "create", path("k.p12"))).as(err.toString()).isZero();
        patient = patientOf("k.p12", "correct horse");
    }

    @Test
    void sharesGiveBackWhatWasLost() throws IOException {
        assertThat(run("keystore", "split", path("k.p12"), "--out", path("shares")))
                .isZero();
        Path share = folder.resolve("shares/share-2.txt");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(share)))
                .isEqualTo("rw-------");
        String before = Files.readString(share);
        assertThat(run("keystore", "split", path("k.p12"), "--out", path("shares")))
                .isEqualTo(ErrorCode.USAGE.exitCode());
        assertThat(share).hasContent(before);

        Files.delete(folder.resolve("k.p12"));
        assertThat(run(
                        "keystore",
                        "restore",
                        path("r.p12"),
                        "--share",
                        path("shares/share-3.txt"),
                        "--share",
                        path("shares/share-2.txt")))
                .as(err.toString())
                .isZero();
        assertThat(patientOf("r.p12", "correct horse")).isEqualTo(patient);
        assertThat(run("keystore", "restore", path("s.p12"), "--share", path("shares/share-3.txt")))
                .isEqualTo(ErrorCode.USAGE.exitCode());
        assertThat(folder.resolve("s.p12")).doesNotExist();
    }

    @Test
    void rotatesAndChangesThePassword() throws IOException {
        assertThat(run("keystore", "rotate", path("k.p12"), "--identity", path("identity")))
                .as(err.toString())
                .isZero();
        assertThat(run("keystore", "rotate", path("k.p12"))).isEqualTo(2);
        assertThat(run("keystore", "info", path("k.p12"))).isZero();
        assertThat(out.toString()).contains("wrapping key in use: 2").doesNotContain("not finished");
        assertThat(run("keystore", "password", path("k.p12"), "--new-password-file", path("new-password")))
                .as(err.toString())
                .isZero();
        assertThat(run("keystore", "info", path("k.p12"))).isEqualTo(ErrorCode.WRONG_KEY.exitCode());
        assertThat(patientOf("k.p12", "another horse")).isEqualTo(patient);
    }

    @Test
    void tellsHowLargeACrosswalkIs() {
        assertThat(run("crosswalk", "compact", "--identity", path("identity"), "--keystore", path("k.p12")))
                .as(err.toString())
                .isZero();
        assertThat(run("crosswalk", "info", "--identity", path("identity"), "--keystore", path("k.p12")))
                .isZero();
        assertThat(out.toString()).contains("patients 1,").doesNotContain("Planted");
        assertThat(run("crosswalk", "info", "--identity", path("nowhere"), "--keystore", path("k.p12")))
                .isEqualTo(ErrorCode.NOT_FOUND.exitCode());
    }

    private String patientOf(String file, String password) throws IOException {
        try (Secret secret = Secret.of(password);
                Keystore keystore = Keystore.open(folder.resolve(file), secret);
                Crosswalk crosswalk = Crosswalk.open(folder.resolve("identity"), keystore)) {
            return crosswalk.patient(PERSON).id();
        }
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--password-file", path("password")));
        return new CommandLine(new Root())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }
}
