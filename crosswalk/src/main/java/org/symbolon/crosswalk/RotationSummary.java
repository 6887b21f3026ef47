package org.symbolon.crosswalk;

/**
 * What a rotation did.
 *
 * @param wrappingKey number of the wrapping key in use now
 * @param resumed whether it finished one that had been cut short, and made no new key
 * @param patients whose keys were wrapped anew
 * @param dropped how many old wrapping keys went
 */
public record RotationSummary(int wrappingKey, boolean resumed, long patients, int dropped) {}
