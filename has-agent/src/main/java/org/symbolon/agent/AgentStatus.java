package org.symbolon.agent;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an agent stands.
 *
 * <p>Counts are of images and textual records together.
 *
 * @param received by C-STORE or MLLP and not yet de-identified
 * @param queued de-identified and not yet sent
 * @param sent acknowledged by the data centre and not yet confirmed
 * @param confirmed by the data centre, ever
 * @param refused by the data centre for good; each is in quarantine
 * @param quarantined files kept aside, originals and refused ones
 * @param oldestQueued when the oldest unconfirmed object was queued; null: there is none
 * @param dataCentreReachable whether it answered a C-ECHO just now
 * @param dataCentreProblem why not, for a person; empty if it did
 * @param documents how many of these are textual records
 * @param recordsReachable whether the data centre's receiver of textual records answered just now
 * @param recordsProblem why not, for a person; empty if it did
 */
public record AgentStatus(
        long received,
        long queued,
        long sent,
        long confirmed,
        long refused,
        long quarantined,
        @Nullable Instant oldestQueued,
        boolean dataCentreReachable,
        String dataCentreProblem,
        DocumentCounts documents,
        boolean recordsReachable,
        String recordsProblem) {}
