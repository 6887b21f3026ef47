package org.symbolon.dicom.fuzz;

/** Takes any input; throws only what is a defect. An input that is refused the documented way returns. */
@FunctionalInterface
public interface FuzzTarget {
    void run(byte[] input) throws Exception;
}
