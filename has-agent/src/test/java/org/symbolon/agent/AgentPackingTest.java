package org.symbolon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.crosswalk.Crosswalk;
import org.symbolon.crosswalk.Keystore;
import org.symbolon.model.Secret;

class AgentPackingTest {
    @TempDir
    private Path temporary = Path.of("");

    @Test
    void seriesAtRestArePackedAndComeBackIdentical() throws Exception {
        Path folder = TestAgent.newFolder(temporary.resolve("agent"));
        Path source = temporary.resolve("source");
        Path out = temporary.resolve("out");
        TestObjects.writeAll(source, 20);
        try (TestDataCentre centre = TestDataCentre.start(temporary.resolve("centre"));
                Secret password = Secret.of(TestAgent.PASSWORD);
                Keystore keystore = Keystore.open(folder.resolve("keystore.p12"), password);
                Agent agent = Agent.open(
                        TestAgent.settings(folder, centre.port(), Map.of("crosswalk.pack-after", "300ms")), password)) {
            agent.archive(List.of(source), ArchiveOptions.defaults(), ArchiveListener.NONE);

            try (Crosswalk reader = Crosswalk.openForReading(folder.resolve("crosswalk"), keystore)) {
                TestAgent.await(() -> reader.info().packedHalves() == 20);
            }

            assertThat(agent.retrieve(RetrieveQuery.everything(), out, RetrieveListener.NONE)
                            .complete())
                    .isTrue();
        }
        assertThat(TestAgent.digests(out)).isEqualTo(TestAgent.digests(source));
    }
}
