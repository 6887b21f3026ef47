package org.symbolon.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.agent.internal.control.ControlServer;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import picocli.CommandLine;

class AgentControlTest {
    @TempDir
    private Path temporary = Path.of("");

    private Path source = Path.of("");
    private Path folder = Path.of("");
    private Path passwordFile = Path.of("");
    private TestDataCentre centre;

    @BeforeEach
    void setUp() throws IOException {
        source = temporary.resolve("source");
        folder = TestAgent.newFolder(temporary.resolve("agent"));
        passwordFile = Files.writeString(temporary.resolve("password"), TestAgent.PASSWORD + "\n");
        centre = TestDataCentre.start(temporary.resolve("centre"));
    }

    @AfterEach
    void tearDown() {
        centre.close();
    }

    @Test
    void clientDoesWhatTheAgentDoes() throws Exception {
        TestObjects.writeAll(source, 11);
        Files.writeString(source.resolve("note.txt"), "text");
        List<String> archived = new ArrayList<>();
        List<String> restored = new ArrayList<>();
        try (Agent agent = TestAgent.open(folder, centre.port());
                ControlServer control = ControlServer.start(folder, agent);
                AgentClient client = AgentClient.connect(folder)) {
            ArchiveSummary summary = client.archive(List.of(source), ArchiveOptions.defaults(), new ArchiveListener() {
                @Override
                public void progress(ArchiveProgress progress) {
                    assertThat(progress.found()).isEqualTo(12);
                }

                @Override
                public void archived(Path file, String originalSha256) {
                    archived.add(originalSha256);
                }
            });
            assertThat(summary.instances()).isEqualTo(new FileCounts(11, 11, 11, List.of()));
            assertThat(summary.documents().rejected())
                    .containsExactly(
                            new RejectedFile(source.toRealPath().resolve("note.txt"), ErrorCode.UNSUPPORTED_FORMAT));
            assertThat(client.status()).isEqualTo(agent.status());
            assertThat(client.quarantine()).isEqualTo(agent.quarantine()).hasSize(1);
            client.removeQuarantined(client.quarantine().get(0).id());
            assertThat(client.quarantine()).isEmpty();
            assertThatThrownBy(() -> client.retryQuarantined(99))
                    .isInstanceOfSatisfying(
                            SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
            RetrieveSummary home =
                    client.retrieve(RetrieveQuery.everything(), temporary.resolve("out"), new RetrieveListener() {
                        @Override
                        public void progress(RetrieveProgress progress) {}

                        @Override
                        public void restored(Path file, String originalSha256) {
                            restored.add(originalSha256);
                        }
                    });
            assertThat(home.complete()).isTrue();
        }
        assertThat(restored).hasSize(11).containsExactlyInAnyOrderElementsOf(archived);
    }

    @Test
    void longFolderGetsAShortSocketThatOnlyItsOwnerReaches() throws Exception {
        Path longFolder = TestAgent.newFolder(temporary.resolve("a".repeat(100)));
        try (Agent agent = TestAgent.open(longFolder, centre.port());
                ControlServer control = ControlServer.start(longFolder, agent);
                AgentClient client = AgentClient.connect(longFolder)) {
            assertThat(client.status().confirmed()).isZero();
            Path socket = Path.of(Files.readString(longFolder.resolve("agent.control")));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                            socket.resolveSibling(".").normalize())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void noAgentNoConnection() {
        assertThatThrownBy(() -> AgentClient.connect(folder)).isInstanceOf(IOException.class);
    }

    @Test
    void commandsWorkByThemselvesWhenNoAgentRuns() throws IOException {
        TestObjects.writeAll(source, 10);
        assertThat(run("archive", source.toString(), "--json"))
                .startsWith("0 ")
                .contains("\"instances\":{\"found\":10,\"archived\":10,\"confirmed\":10,\"rejected\":[]}");
        assertThat(run("status")).startsWith("0 ").contains("confirmed                        10");
        assertThat(run("quarantine")).startsWith("0 ").contains("empty");
        assertThat(run("retrieve", "--accession", TestObjects.accession(0), "--out", temporary.resolve("o") + ""))
                .startsWith("0 ")
                .contains("10 of 10");
        Files.writeString(source.resolve("note.txt"), "text");
        assertThat(run("archive", source.toString())).startsWith("65 ").contains("UNSUPPORTED_FORMAT");
        assertThat(run("quarantine", "--json")).contains("\"code\":\"UNSUPPORTED_FORMAT\"");
    }

    private String run(String command, String... arguments) {
        StringWriter out = new StringWriter();
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "--data-dir",
                folder.toString(),
                "--password-file",
                passwordFile.toString(),
                "-D",
                "source=clinic",
                "-D",
                "data-centre.tls=false",
                "-D",
                "data-centre.port=" + centre.port()));
        int code =
                new CommandLine(new AgentCommand()).setOut(new PrintWriter(out)).execute(all.toArray(String[]::new));
        return code + " " + out;
    }
}
