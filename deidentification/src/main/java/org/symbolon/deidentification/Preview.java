package org.symbolon.deidentification;

/**
 * What would be done to an object.
 *
 * @param pixelRule whose regions would be blanked, empty if the pixels stay as they are
 */
public record Preview(String sopClassUid, ChangeSummary summary, String pixelRule) {}
