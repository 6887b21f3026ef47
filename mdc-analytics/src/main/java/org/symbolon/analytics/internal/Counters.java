package org.symbolon.analytics.internal;

/** What the jobs count beside their output. */
public enum Counters {
    DOCUMENTS,
    VISITS
}
