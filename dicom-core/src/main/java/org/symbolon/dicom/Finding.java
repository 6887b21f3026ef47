package org.symbolon.dicom;

/**
 * Something that is against the standard, or unusual, and did not stop the reading. Never holds a value.
 *
 * @param path where: the tags and item numbers, from 0, on the way to the element, {@code (0040,A730)[2].(0040,A160)};
 *     empty if it concerns no element
 * @param tag the last tag of the path, -1 if none
 * @param offset in the (inflated) data set, -1 if unknown
 * @param rule what was expected, with the section of the standard
 */
public record Finding(DicomProblem problem, String path, int tag, long offset, String rule) {
    /** One line for people: rule, place, offset. */
    @Override
    public String toString() {
        return problem + ": " + rule + (path.isEmpty() ? "" : ", element " + path)
                + (offset == -1 ? "" : ", offset " + offset);
    }
}
