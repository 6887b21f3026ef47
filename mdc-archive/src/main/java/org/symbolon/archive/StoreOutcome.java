package org.symbolon.archive;

/** What a commit found and did; all of them are successes for the sender. */
public enum StoreOutcome {
    /** New, and now stored. */
    STORED,
    /** The same content was there; a missing row was added. */
    ALREADY_PRESENT,
    /** Other content holds the SOP Instance UID in this series: this object is kept beside it and flagged. */
    CONFLICT_KEPT
}
