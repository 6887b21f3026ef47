package org.symbolon.dicom.internal.edit;

import org.symbolon.dicom.DataSet;

/** What becomes of one element. */
@FunctionalInterface
public interface Edit {
    /** Takes the element away. */
    Edit REMOVE = target -> {};

    /** Puts the new element into a data set that has the character set of its place. */
    void applyTo(DataSet target);
}
