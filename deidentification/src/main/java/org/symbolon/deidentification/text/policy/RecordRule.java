package org.symbolon.deidentification.text.policy;

import org.symbolon.record.PlaceType;

/**
 * What is done with a place.
 *
 * @param kind what the place is taken for: its own kind, or the one that a profile names for it
 * @param action fits the kind
 * @param origin where the rule comes from, for summaries: {@code kind date}, {@code type XAD.5}, {@code field PID-10}
 */
public record RecordRule(PlaceType kind, RecordAction action, String origin) {
    /** Whether what stands there leaves unchanged. */
    public boolean keeps() {
        return action == RecordAction.KEEP;
    }
}
