package org.symbolon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.model.Secret;

/** Ten kills at seeded moments of an archive command: the end state is that of a run that nobody killed. */
class AgentKillIT {
    private static final long SEED = 20260401;
    private static final int KILLS = 10;
    private static final int OBJECTS = 120;

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
        TestObjects.writeAll(source, OBJECTS);
        Files.writeString(source.resolve("note.txt"), "text");
        Files.write(source.resolve("empty"), new byte[0]);
    }

    @AfterEach
    void tearDown() {
        centre.close();
    }

    @Test
    void killsAtAnyMomentLoseNothingAndDoubleNothing() throws Exception {
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            int step = OBJECTS / KILLS;
            archiveAndKill(kill * step + random.nextInt(step), random.nextInt(30));
        }
        try (AgentProcess process = AgentProcess.start(folder, passwordFile, centre.port())) {
            try (AgentClient client = AgentClient.connect(folder)) {
                ArchiveSummary summary =
                        client.archive(List.of(source), ArchiveOptions.defaults(), ArchiveListener.NONE);
                assertThat(summary.complete()).isTrue();
                assertThat(summary.instances()).isEqualTo(new FileCounts(OBJECTS, OBJECTS, OBJECTS, List.of()));
                assertThat(client.quarantine()).hasSize(2);
                AgentStatus status = client.status();
                assertThat(status.confirmed()).isEqualTo(OBJECTS);
                assertThat(status.queued() + status.sent() + status.received()).isZero();
                RetrieveSummary home =
                        client.retrieve(RetrieveQuery.everything(), temporary.resolve("out"), RetrieveListener.NONE);
                assertThat(home.complete()).isTrue();
                assertThat(home.restored()).isEqualTo(OBJECTS);
            }
            assertThat(process.stop()).isEqualTo(143);
        }
        assertThat(centre.files()).hasSize(OBJECTS);
        assertThat(TestAgent.files(folder.resolve("outbox/staged"), folder.resolve("spool")))
                .isEmpty();
        assertThat(TestAgent.files(folder.resolve("quarantine"))).hasSize(2);
        Files.delete(source.resolve("note.txt"));
        Files.delete(source.resolve("empty"));
        assertThat(TestAgent.digests(temporary.resolve("out"))).isEqualTo(TestAgent.digests(source));
        try (Secret password = Secret.of(TestAgent.PASSWORD);
                Keystore keystore = Keystore.open(folder.resolve("keystore.p12"), password);
                Crosswalk crosswalk = Crosswalk.open(folder.resolve("crosswalk"), keystore)) {
            assertThat(crosswalk.counts().halves()).isEqualTo(OBJECTS);
            assertThat(crosswalk.counts().patients()).isEqualTo(OBJECTS / TestObjects.PER_STUDY);
        }
    }

    /** Kills the agent some milliseconds after so many files were done. */
    private void archiveAndKill(int afterFiles, int afterMillis) throws Exception {
        try (AgentProcess process = AgentProcess.start(folder, passwordFile, centre.port());
                AgentClient client = AgentClient.connect(folder)) {
            AtomicBoolean killed = new AtomicBoolean();
            try {
                client.archive(List.of(source), ArchiveOptions.defaults(), new ArchiveListener() {
                    private int files;

                    @Override
                    public void progress(ArchiveProgress progress) {}

                    @Override
                    public void archived(Path file, String originalSha256) {
                        files++;
                        if (files >= afterFiles && killed.compareAndSet(false, true)) {
                            killLater(process, afterMillis);
                        }
                    }
                });
            } catch (IOException e) {
                assertThat(killed).isTrue();
            }
            process.kill();
        }
    }

    private static void killLater(AgentProcess process, int afterMillis) {
        new Thread(() -> {
                    try {
                        Thread.sleep(afterMillis);
                        process.kill();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })
                .start();
    }
}
