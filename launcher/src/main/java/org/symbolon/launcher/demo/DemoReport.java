package org.symbolon.launcher.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/** What {@code demo --json} prints as its last line. Counts are files; times are seconds. */
record DemoReport(
        Counts instances,
        Counts documents,
        @JsonProperty("identity_leaks") long identityLeaks,
        Seconds seconds,
        Map<String, String> urls) {

    /**
     * Files of one kind.
     *
     * @param found in the input
     * @param archived accepted by the data centre
     * @param confirmed for which the data centre committed itself to exactly this content
     * @param indexed that have a row in the data centre's index
     * @param restoredIdentical that came home byte for byte
     * @param rejected the rest, with the reason
     */
    record Counts(
            int found,
            int archived,
            int confirmed,
            int indexed,
            @JsonProperty("restored_identical") int restoredIdentical,
            List<Rejection> rejected) {
        boolean complete() {
            return found == restoredIdentical + rejected.size();
        }
    }

    record Rejection(String file, String code) {}

    record Seconds(double start, double archive, double restore) {}

    boolean success() {
        return instances.complete() && documents.complete() && identityLeaks == 0;
    }
}
