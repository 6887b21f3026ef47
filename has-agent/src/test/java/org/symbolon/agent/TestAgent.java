package org.symbolon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.symbolon.agent.internal.folder.AgentFolder;
import org.symbolon.agent.internal.folder.FileDigest;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.model.Configuration;
import org.symbolon.model.OrganisationId;
import org.symbolon.model.Secret;

/** An agent's folder with a keystore, and what tests ask of files. */
final class TestAgent {
    static final String PASSWORD = "correct horse";

    private TestAgent() {}

    static Path newFolder(Path folder) throws IOException {
        AgentFolder agent = AgentFolder.create(folder);
        try (Secret password = Secret.of(PASSWORD);
                Keystore keystore =
                        Keystore.create(agent.defaultKeystore(), password, new OrganisationId("testhospital"))) {
            return agent.root();
        }
    }

    static AgentSettings settings(Path folder, int dataCentrePort, Map<String, String> more) {
        Map<String, String> values = new HashMap<>(Map.of("intake.mllp.port", "0"));
        values.putAll(Map.of(
                "data.dir", folder.toString(),
                "source", "clinic",
                "data-centre.tls", "false",
                "data-centre.port", Integer.toString(dataCentrePort),
                "intake.port", "0",
                "sender.first-pause", "100ms",
                "sender.longest-pause", "500ms",
                "sender.batch", "7"));
        values.putAll(more);
        return AgentSettings.from(Configuration.of(values), Map.of());
    }

    static Agent open(Path folder, int dataCentrePort) throws IOException {
        try (Secret password = Secret.of(PASSWORD)) {
            return Agent.open(settings(folder, dataCentrePort, Map.of()), password);
        }
    }

    /** SHA-256 of every file below the folders, sorted; a digest that occurs twice stands twice. */
    static List<String> digests(Path... folders) throws IOException {
        return files(folders).stream().map(TestAgent::digest).sorted().toList();
    }

    static List<Path> files(Path... folders) throws IOException {
        Map<Path, Boolean> found = new TreeMap<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile).forEach(file -> found.put(file, true));
            }
        }
        return List.copyOf(found.keySet());
    }

    static String digest(Path file) {
        try {
            return FileDigest.sha256(file, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface Condition {
        boolean holds() throws IOException;
    }

    /** Fails after twenty seconds. */
    static void await(Condition condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.sleep(50);
        }
    }
}
