package org.symbolon.dicom;

/** Says where a {@link DataSetReader} ends its work: asked once for every element and sequence of the top level. */
@FunctionalInterface
public interface StopPredicate {
    /** Reads to the end. */
    StopPredicate NEVER = (tag, vr, length) -> false;

    /** Whether to stop before this element; its length is -1 if undefined. */
    boolean stopsBefore(int tag, Vr vr, long length);
}
