package org.symbolon.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.model.Configuration;
import org.symbolon.portal.PortalService;
import org.symbolon.receiver.MdcSettings;
import org.symbolon.recordreceiver.RecordReceiverService;

/** The commented configuration files name only keys that there are. */
class ConfigurationFilesTest {
    private static final Map<String, String> PASSWORDS =
            Map.of("SYMBOLON_MDC_TLS_KEYSTORE_PASSWORD", "a", "SYMBOLON_MDC_TLS_TRUSTSTORE_PASSWORD", "b");

    @Test
    void theDataCentresFileSetsNothingUnknown() {
        Path file = Path.of(System.getProperty("symbolon.repository.root", ".."), "conf", "mdc.properties");
        MdcSettings settings = MdcSettings.from(
                Configuration.read(file, Map.of("organisation.vilnius", "agent")),
                PASSWORDS,
                List.of(new RecordReceiverService(), new PortalService()));
        assertThat(settings.cluster()).isEqualTo(MdcSettings.Cluster.EMBEDDED);
        assertThat(settings.listen().getAddress().isLoopbackAddress()).isTrue();
    }
}
