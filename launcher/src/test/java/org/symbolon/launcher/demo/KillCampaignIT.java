package org.symbolon.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.agent.AgentClient;
import org.symbolon.agent.ArchiveListener;
import org.symbolon.agent.ArchiveOptions;
import org.symbolon.agent.ArchiveSummary;
import org.symbolon.agent.RetrieveListener;
import org.symbolon.agent.RetrieveProgress;
import org.symbolon.agent.RetrieveQuery;
import org.symbolon.testkit.SampleHospital;
import org.symbolon.testkit.SampleOptions;
import org.symbolon.testkit.SampleProgress;

/**
 * {@code kill -9} of the agent and of the data centre at seeded moments while a hospital is being archived; afterwards nothing
 * is lost and nothing is doubled. More kills: {@code -Dsymbolon.kills=100 -Dsymbolon.seed=7}.
 */
class KillCampaignIT {
    private static final int KILLS = Integer.getInteger("symbolon.kills", 4);
    private static final long SEED = Long.getLong("symbolon.seed", 20261121L);
    private static final int MAX_DELAY_MILLIS = 2500;
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 10_000;

    private final Random random = new Random(SEED);
    private final AtomicInteger interrupted = new AtomicInteger();

    @Test
    void losesNothingAndDoublesNothingHoweverOftenEitherSideIsKilled(@TempDir Path root) throws Exception {
        DemoFolder folder = DemoFolder.open(root.resolve("data"));
        Demo.makeKeys(folder);
        SampleHospital.write(folder.sample(), SampleOptions.defaults(), SampleProgress.NONE);
        List<Path> files = files(folder.sample());
        Path dataCentreSettings = DemoSettings.writeDataCentre(folder, Demo.ORGANISATION);
        ownPorts(dataCentreSettings, "[a-z0-9]+\\.port");
        ChildProcess dataCentre = ChildProcess.dataCentre(Repository.ROOT, folder, dataCentreSettings);
        ChildProcess agent = null;
        try {
            JsonNode ready = dataCentre.awaitReady(Demo.START_TIMEOUT);
            Path agentSettings = DemoSettings.writeAgent(
                    folder,
                    Demo.ORGANISATION,
                    ready.path("dicom").path("port").asInt(),
                    ready.path("hl7").path("port").asInt());
            ownPorts(agentSettings, "intake[a-z.]*\\.port");
            agent = ChildProcess.agent(Repository.ROOT, folder, agentSettings);
            agent.awaitReady(Demo.START_TIMEOUT);
            for (int kill = 0; kill < KILLS; kill++) {
                List<Path> share = files.subList(kill * files.size() / KILLS, (kill + 1) * files.size() / KILLS);
                archiveInBackground(folder, share);
                pause();
                agent.kill();
                agent = ChildProcess.agent(Repository.ROOT, folder, agentSettings);
                agent.awaitReady(Demo.START_TIMEOUT);
                archiveInBackground(folder, share);
                pause();
                dataCentre.kill();
                dataCentre = ChildProcess.dataCentre(Repository.ROOT, folder, dataCentreSettings);
                dataCentre.awaitReady(Demo.START_TIMEOUT);
            }
            ready = dataCentre.awaitReady(Demo.START_TIMEOUT);
            verify(folder, files, ready);
        } finally {
            close(agent);
            close(dataCentre);
        }
    }

    /**
     * Ports that nobody takes while their owner is killed and starts again, as no peer of a real data centre looks for another one:
     * outside of those that the system gives away, and other than those of the demo, which may run beside this.
     */
    private void ownPorts(Path settings, String names) throws IOException {
        Pattern port = Pattern.compile("(?m)^(" + names + " = )\\d+$");
        Files.writeString(
                settings, port.matcher(Files.readString(settings)).replaceAll(found -> found.group(1) + freePort()));
    }

    private int freePort() {
        int port = FIRST_PORT + random.nextInt(PORTS);
        while (!isFree(port)) {
            port = FIRST_PORT + random.nextInt(PORTS);
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return probe.isBound();
        } catch (BindException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(@Nullable ChildProcess child) {
        if (child != null) {
            child.close();
        }
    }

    private void verify(DemoFolder folder, List<Path> files, JsonNode ready) throws IOException {
        long images = files.stream().filter(file -> !isRecord(file)).count();
        try (AgentClient client = AgentClient.connect(folder.agent())) {
            ArchiveSummary summary =
                    client.archive(List.of(folder.sample()), ArchiveOptions.defaults(), ArchiveListener.NONE);
            assertThat(summary.instances().confirmed()).isEqualTo(images);
            assertThat(summary.documents().confirmed()).isEqualTo(files.size() - images);
            List<Path> restored = new ArrayList<>();
            client.retrieve(RetrieveQuery.everything(), folder.restored(), new RetrieveListener() {
                @Override
                public void progress(RetrieveProgress now) {
                    // counted below
                }

                @Override
                public void restored(Path file, String originalSha256) {
                    restored.add(file);
                }
            });
            assertThat(digests(restored)).isEqualTo(digests(files));
            assertThat(restored).hasSameSizeAs(files);
            assertThat(client.status().quarantined()).isZero();
        }
        try (DataCentreView view = DataCentreView.open(ready)) {
            assertThat(view.scan().indexedInstances()).isEqualTo(images);
            AtomicInteger objects = new AtomicInteger();
            view.scan().forEachFile((path, length, content) -> {
                if (path.startsWith("/" + Demo.ORGANISATION + "/")) {
                    objects.incrementAndGet();
                }
            });
            assertThat(objects.get()).isEqualTo(files.size());
        }
    }

    private static boolean isRecord(Path file) {
        String name = file.toString();
        return name.endsWith(".hl7") || name.endsWith(".xml") || name.endsWith(".json");
    }

    /** The agent is killed while it works for this client, so that the client's end is no matter; only what comes of it counts. */
    private void archiveInBackground(DemoFolder folder, List<Path> share) {
        Thread thread = new Thread(
                () -> {
                    try (AgentClient client = AgentClient.connect(folder.agent())) {
                        client.archive(share, ArchiveOptions.defaults(), ArchiveListener.NONE);
                    } catch (IOException | RuntimeException killed) {
                        interrupted.incrementAndGet();
                    }
                },
                "archive");
        thread.setDaemon(true);
        thread.start();
    }

    private void pause() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(
                Duration.ofMillis(random.nextInt(MAX_DELAY_MILLIS)).toMillis());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Set<String> digests(List<Path> files) throws IOException {
        Set<String> digests = new HashSet<>();
        for (Path file : files) {
            digests.add(FileTree.sha256(file));
        }
        return digests;
    }
}
