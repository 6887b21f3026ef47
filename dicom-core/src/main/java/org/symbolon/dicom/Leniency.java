package org.symbolon.dicom;

/** How a reader takes what the standard forbids. Limits hold in every case. */
public enum Leniency {
    /** Every deviation that the reader notices is a {@link DicomFormatException}. */
    STRICT,
    /**
     * What is wrong but has one meaning is read and becomes a finding: wrong encoding, unknown VRs, odd lengths, wrong
     * order, delimiters too many, padding. What is cut off or leaves its meaning open is a {@link DicomFormatException}.
     * The default, and what an archive wants: an object that ends without exception is complete.
     */
    TOLERANT,
    /**
     * Nothing but a limit is an exception. What is cut off is delivered as far as it goes, what is left open is closed,
     * and what cannot be read ends the data set; each is a finding. For looking into damaged files.
     */
    SALVAGE
}
