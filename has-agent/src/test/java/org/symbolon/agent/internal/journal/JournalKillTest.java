package org.symbolon.agent.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.agent.internal.folder.AgentFolder;

/** A process that journals is killed; what it had been told is done must be there. */
class JournalKillTest {
    private static final long SEED = 20260401;
    private static final int KILLS = 5;

    @TempDir
    private Path temporary = Path.of("");

    /** Queues objects from several threads, telling each one's number when it is durable. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws IOException {
            Journal journal = Journal.open(AgentFolder.create(Path.of(arguments[0])));
            int first = Integer.parseInt(arguments[1]);
            for (int thread = 0; thread < 4; thread++) {
                int offset = thread;
                new Thread(() -> {
                            for (int i = first + offset; i < first + 1_000_000; i += 4) {
                                journal.queue(List.of(JournalTest.object(i)), List.of());
                                tell(i);
                            }
                        })
                        .start();
            }
        }

        private static synchronized void tell(int number) {
            System.out.println(number);
            System.out.flush();
        }
    }

    @Test
    void whatWasToldSurvivesEveryKill() throws Exception {
        Random random = new Random(SEED);
        Set<Integer> told = new HashSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            int enough = 1 + random.nextInt(300);
            told.addAll(runAndKill(kill * 1_000_000, enough));
            try (Journal journal = Journal.open(AgentFolder.create(temporary))) {
                for (int number : told) {
                    assertThat(journal.object(JournalTest.object(number).key().dataSetSha256()))
                            .isPresent();
                }
                assertThat(journal.counts().total(ObjectState.QUEUED)).isGreaterThanOrEqualTo(told.size());
            }
        }
    }

    private Set<Integer> runAndKill(int first, int enough) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        temporary.toString(),
                        Integer.toString(first))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Set<Integer> told = new HashSet<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told.add(Integer.valueOf(line));
                if (told.size() == enough) {
                    // through the handle, which leaves the stream open for what was told before
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.waitFor();
        assertThat(told).hasSizeGreaterThanOrEqualTo(enough);
        return told;
    }
}
