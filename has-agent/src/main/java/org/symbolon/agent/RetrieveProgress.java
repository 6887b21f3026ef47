package org.symbolon.agent;

/**
 * Where a retrieve command stands, in originals.
 *
 * @param expected as far as is known yet
 */
public record RetrieveProgress(long expected, long restored, long bytes) {}
