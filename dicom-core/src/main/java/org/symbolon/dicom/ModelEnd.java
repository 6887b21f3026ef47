package org.symbolon.dicom;

/** Where JSON or XML of a data set ends. */
public enum ModelEnd {
    /** With the data set. */
    AT_DATA_SET_END,
    /**
     * With encapsulated pixel data at the top level that is referred to or left out: what little may stand behind
     * (signatures, padding) is not worth walking through all fragments when only metadata are wanted.
     */
    AT_ENCAPSULATED_PIXEL_DATA
}
