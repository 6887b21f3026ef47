package org.symbolon.dicom.internal.model;

import org.jspecify.annotations.Nullable;
import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;

/** Says that JSON or XML is not what the standard wants, or too much of it. */
public final class ModelProblem {
    private ModelProblem() {}

    public static DicomFormatException corrupt(String rule, int tag, long offset) {
        return corrupt(rule, tag, offset, null);
    }

    public static DicomFormatException corrupt(String rule, int tag, long offset, @Nullable Throwable cause) {
        return new DicomFormatException(DicomProblem.CORRUPT, rule, tag, offset, cause);
    }

    public static DicomFormatException limit(String rule, int tag, long offset) {
        return new DicomFormatException(DicomProblem.LIMIT_EXCEEDED, rule, tag, offset);
    }
}
