package org.symbolon.dicom;

/** Whether JSON or XML of a file has its group 0002. */
public enum FileMetaInclusion {
    /** As the standards have it: PS3.18 and PS3.19 describe data sets, and the meta group is not part of one. */
    EXCLUDED,
    /** The attributes of group 0002 come first, as DCMTK and others write it on request. */
    INCLUDED
}
