package org.symbolon.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
    @Test
    void readsSizesDurationsAndOverrides(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.properties"), "buffer = 64KB\nwait=5m\nport=11112\non=true\n");
        Configuration configuration = Configuration.read(file, Map.of("port", "2762"));
        assertThat(configuration.bytes("buffer", 1, 0, 1L << 30)).isEqualTo(65_536);
        assertThat(configuration.duration("wait", Duration.ZERO)).isEqualTo(Duration.ofMinutes(5));
        assertThat(configuration.integer("port", 1, 0, 65_535)).isEqualTo(2762);
        assertThat(configuration.flag("on", false)).isTrue();
        configuration.requireAllKnown();
    }

    @Test
    void failsOnKeysNobodyAskedFor() {
        Configuration configuration = Configuration.of(Map.of("prot", "1"));
        assertThatThrownBy(configuration::requireAllKnown).hasMessageContaining("prot");
    }

    @Test
    void acceptsTheMaximumAndRefusesOnePastIt() {
        assertThat(Configuration.of(Map.of("n", "10")).integer("n", 1, 0, 10)).isEqualTo(10);
        assertThatThrownBy(() -> Configuration.of(Map.of("n", "11")).integer("n", 1, 0, 10))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION));
    }
}
