package org.symbolon.dicom;

/** White space between the parts of JSON or XML; never inside of values. */
public enum TextLayout {
    COMPACT,
    /** A line for each attribute and value, indented by depth. */
    INDENTED
}
