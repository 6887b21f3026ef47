package org.symbolon.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.archive.ArchiveOptions;
import org.symbolon.model.Configuration;

class MdcSettingsTest {
    private static final Map<String, String> PASSWORDS =
            Map.of("SYMBOLON_MDC_TLS_KEYSTORE_PASSWORD", "a", "SYMBOLON_MDC_TLS_TRUSTSTORE_PASSWORD", "b");
    private static final Map<String, String> LEAST =
            Map.of("tls.keystore", "k.p12", "tls.truststore", "t.p12", "organisation.vilnius", "agent");

    private static MdcSettings with(String... keysAndValues) {
        Map<String, String> values = new HashMap<>(LEAST);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            values.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return MdcSettings.from(Configuration.of(values), PASSWORDS);
    }

    @Test
    void isEmbeddedAndListensOnThisMachineOnlyByDefault() {
        MdcSettings settings = with();
        assertThat(settings.cluster()).isEqualTo(MdcSettings.Cluster.EMBEDDED);
        assertThat(settings.archive()).isEqualTo(ArchiveOptions.embedded());
        assertThat(settings.listen().getAddress().isLoopbackAddress()).isTrue();
        assertThat(settings.listen().getPort()).isEqualTo(7183);
        assertThat(settings.idleTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.toString()).doesNotContain("password=");
    }

    @Test
    void handsHadoopSettingsOn() {
        MdcSettings settings = with("cluster", "external", "cluster.hadoop.fs.defaultFS", "hdfs://h:1");
        assertThat(settings.hadoop()).containsExactly(Map.entry("fs.defaultFS", "hdfs://h:1"));
        assertThat(settings.archive().replication()).isEqualTo((short) 3);
    }

    @Test
    void readsPasswordsFromFiles(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("p"), "secret\n");
        MdcSettings settings = with("tls.keystore-password-file", file.toString());
        assertThat(settings.tls().keyStorePassword().copy()).isEqualTo("secret".toCharArray());
    }

    @Test
    void refusesUnknownKeysWrongClustersAndNobodyToSend() {
        assertThatThrownBy(() -> with("dicom.prot", "1")).hasMessageContaining("dicom.prot");
        assertThatThrownBy(() -> with("cluster", "cloud")).hasMessageContaining("embedded or external");
        assertThatThrownBy(() -> with("dicom.port", "65536")).hasMessageContaining("dicom.port");
        assertThatThrownBy(() -> MdcSettings.from(
                        Configuration.of(Map.of("tls.keystore", "k", "tls.truststore", "t")), PASSWORDS))
                .hasMessageContaining("organisation");
        assertThatThrownBy(() -> MdcSettings.from(Configuration.of(LEAST), Map.of()))
                .hasMessageContaining("SYMBOLON_MDC_TLS_KEYSTORE_PASSWORD");
    }
}
