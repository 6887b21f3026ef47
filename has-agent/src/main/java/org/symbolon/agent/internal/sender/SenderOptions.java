package org.symbolon.agent.internal.sender;

import java.time.Duration;

/**
 * How objects are sent.
 *
 * @param associations at the same time
 * @param batch most objects between two storage commitments of an association
 * @param firstPause after a first failure
 * @param longestPause after many
 */
public record SenderOptions(int associations, int batch, Duration firstPause, Duration longestPause) {}
