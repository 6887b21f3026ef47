package org.symbolon.dicom;

import org.jspecify.annotations.Nullable;

/** The bytes are no DICOM that can be read. The message tells the rule, the tag and the offset, never a value. */
public final class DicomFormatException extends RuntimeException {
    private final DicomProblem problem;
    private final String rule;
    private final int tag;
    private final long offset;

    /** A problem that belongs to no element. */
    public DicomFormatException(DicomProblem problem, String rule) {
        this(problem, rule, -1, -1, null);
    }

    public DicomFormatException(DicomProblem problem, String rule, int tag, long offset) {
        this(problem, rule, tag, offset, null);
    }

    /** With the offset in the data set and, unless -1, the tag where it was found. */
    public DicomFormatException(DicomProblem problem, String rule, int tag, long offset, @Nullable Throwable cause) {
        super(message(problem, rule, tag, offset), cause);
        this.problem = problem;
        this.rule = rule;
        this.tag = tag;
        this.offset = offset;
    }

    public DicomProblem problem() {
        return problem;
    }

    /** What was expected; the message without the place. */
    public String rule() {
        return rule;
    }

    /** The tag of the element concerned, -1 if none. */
    public int tag() {
        return tag;
    }

    /** The offset in the (inflated) data set, -1 if unknown. */
    public long offset() {
        return offset;
    }

    private static String message(DicomProblem problem, String rule, int tag, long offset) {
        return problem + ": " + rule + (tag == -1 ? "" : ", element " + Tag.format(tag))
                + (offset == -1 ? "" : ", offset " + offset);
    }
}
