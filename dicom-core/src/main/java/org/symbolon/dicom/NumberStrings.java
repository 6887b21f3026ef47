package org.symbolon.dicom;

/** How JSON gives numbers that DICOM itself writes as text, IS and DS (PS3.18 F.2.3, which leaves the choice). */
public enum NumberStrings {
    /** As a JSON number where the text is one, with its digits as they stand; else as a string. */
    AS_NUMBERS,
    /** As a JSON string, so that the original text survives. */
    AS_STRINGS
}
