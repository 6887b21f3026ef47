package org.symbolon.dicom;

/** Why bytes cannot be read as DICOM, or what was found in them. */
public enum DicomProblem {
    /** There is no byte. */
    EMPTY,
    /** Neither a Part 10 file nor a bare data set in one of the uncompressed syntaxes. */
    NOT_DICOM,
    /** The bytes end inside an element, item or fragment, or before a delimiter. */
    TRUNCATED,
    /** The bytes contradict PS3.5 or PS3.10 in a way that leaves their meaning open. */
    CORRUPT,
    /** A limit of {@link ReaderOptions} was passed. */
    LIMIT_EXCEEDED,
    /** The file meta group names a transfer syntax that PS3.6 annex A does not have. */
    UNKNOWN_TRANSFER_SYNTAX,
    /** A UID that the operation needs is absent or empty. */
    MISSING_UID,
    /** Against a rule of the standard, though its meaning is clear. An exception only for {@link Leniency#STRICT}. */
    NONCONFORMANT,
    /** The standard had it once and has retired it; allowed, and only ever a finding. */
    RETIRED
}
