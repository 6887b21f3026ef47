package org.symbolon.archive;

import java.time.Duration;
import java.util.Map;

/**
 * How the embedded cluster runs.
 *
 * @param startTimeout how long the start may take before it is an error
 * @param settings Hadoop and HBase properties that override ours
 */
public record EmbeddedOptions(Duration startTimeout, Map<String, String> settings) {
    public EmbeddedOptions {
        settings = Map.copyOf(settings);
    }

    /** Three minutes, nothing overridden. */
    public static EmbeddedOptions defaults() {
        return new EmbeddedOptions(Duration.ofMinutes(3), Map.of());
    }

    public EmbeddedOptions withSettings(Map<String, String> newSettings) {
        return new EmbeddedOptions(startTimeout, newSettings);
    }
}
