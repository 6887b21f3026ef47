package org.symbolon.deidentification;

import org.symbolon.dicom.Vr;

/**
 * One value of the original that de-identification removed or changed, identity in clear: never log it.
 *
 * @param tag of the attribute
 * @param vr as the original has it; from the dictionary where the encoding is implicit
 * @param value as it stands in the original, padding included; the whole content of items of a removed sequence is
 *     reported element by element, deeper
 * @param depth 0 for the top level
 */
@SuppressWarnings("ArrayRecordComponent") // compared by identity, never by content
public record OriginalValue(int tag, Vr vr, byte[] value, int depth) {}
