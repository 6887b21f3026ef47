package org.symbolon.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.symbolon.deidentification.SiteValues;
import org.symbolon.deidentification.pixels.PixelRules;
import org.symbolon.model.Configuration;

class AgentSettingsTest {
    private static String shippedRules() {
        return Path.of(System.getProperty("symbolon.repository.root", ".."), "conf", "pixel-rules.yaml")
                .toString();
    }

    private static AgentSettings shipped(Map<String, String> overrides) {
        Path file = Path.of(System.getProperty("symbolon.repository.root", ".."), "conf", "agent.properties");
        return AgentSettings.from(Configuration.read(file, overrides), Map.of());
    }

    @Test
    void shippedFileIsReadAndBindsToThisMachineOnly() {
        AgentSettings settings = shipped(Map.of("data-centre.tls", "false"));
        assertThat(settings.intake().address()).isEqualTo("127.0.0.1");
        assertThat(settings.intake().plainPort()).isEqualTo(11112);
        assertThat(settings.intake().tls()).isNull();
        assertThat(settings.intake().clientCertificates()).isTrue();
        assertThat(settings.profile()).isEqualTo("archive");
        assertThat(settings.dataCentre().port()).isEqualTo(7183);
        assertThat(settings.watchedFolder()).isNull();
        assertThat(settings.keystore()).isEqualTo(settings.dataFolder().resolve("keystore.p12"));
        assertThat(settings.pixels())
                .isEqualTo(new PixelSettings(null, settings.dataFolder().resolve("pixel-rules.yaml")));
        assertThat(settings.siteValues()).isEqualTo(SiteValues.NONE);
        assertThat(settings.packAfter()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void siteValuesAndPixelRulesAreTaken() {
        AgentSettings settings = shipped(Map.of(
                "data-centre.tls", "false",
                "site-id", "7",
                "site-name", "North",
                "body-part", "CHEST",
                "pixel-rules", shippedRules(),
                "pixel-rules.site", "ours.yaml",
                "crosswalk.pack-after", "0s"));
        assertThat(settings.siteValues()).isEqualTo(new SiteValues("7", "North", "CHEST"));
        assertThat(settings.pixels().siteRules())
                .isEqualTo(settings.dataFolder().resolve("ours.yaml"));
        assertThat(settings.pixels().loadRules()).isNotSameAs(PixelRules.builtIn());
        assertThat(settings.packAfter()).isZero();
    }

    @Test
    void unknownKeyFails() {
        assertThatThrownBy(() -> shipped(Map.of("data-centre.tls", "false", "sender.speed", "9")))
                .hasMessageContaining("sender.speed");
    }

    @Test
    void missingTlsStoresFail() {
        assertThatThrownBy(() -> shipped(Map.of("tls.keystore", "", "tls.truststore", "")))
                .hasMessageContaining("tls.keystore");
        assertThatThrownBy(() -> shipped(Map.of("intake.tls.keystore", "k.p12", "data-centre.tls", "false")))
                .hasMessageContaining("intake.tls.truststore");
    }

    @Test
    void limitsAreKeptOnBothSides() {
        Map<String, String> most = Map.of("data-centre.tls", "false", "sender.batch", "1000");
        assertThat(shipped(most).sender().batch()).isEqualTo(1000);
        assertThatThrownBy(() -> shipped(Map.of("data-centre.tls", "false", "sender.batch", "1001")))
                .hasMessageContaining("sender.batch");
        assertThatThrownBy(() -> shipped(Map.of("data-centre.tls", "false", "sender.batch", "0")))
                .hasMessageContaining("sender.batch");
    }
}
