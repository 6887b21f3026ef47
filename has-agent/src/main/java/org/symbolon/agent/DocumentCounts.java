package org.symbolon.agent;

/**
 * How the textual records of an agent stand; the meanings are those of {@link AgentStatus}.
 *
 * @param queued de-identified and not yet confirmed by the data centre
 */
public record DocumentCounts(long queued, long confirmed, long refused) {}
