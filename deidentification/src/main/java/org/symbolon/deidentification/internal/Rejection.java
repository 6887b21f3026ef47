package org.symbolon.deidentification.internal;

import org.symbolon.dicom.DicomFormatException;
import org.symbolon.dicom.DicomProblem;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Why a file cannot be taken in, from what the DICOM layer says. */
public final class Rejection {
    private Rejection() {}

    public static SymbolonException of(DicomFormatException e) {
        return new SymbolonException(code(e.problem()), String.valueOf(e.getMessage()), e);
    }

    private static ErrorCode code(DicomProblem problem) {
        return switch (problem) {
            case EMPTY -> ErrorCode.EMPTY_FILE;
            case NOT_DICOM -> ErrorCode.NOT_DICOM;
            case TRUNCATED -> ErrorCode.TRUNCATED;
            case CORRUPT, NONCONFORMANT, RETIRED -> ErrorCode.CORRUPT;
            case LIMIT_EXCEEDED -> ErrorCode.LIMIT_EXCEEDED;
            case UNKNOWN_TRANSFER_SYNTAX -> ErrorCode.UNKNOWN_TRANSFER_SYNTAX;
            case MISSING_UID -> ErrorCode.MISSING_UID;
        };
    }
}
