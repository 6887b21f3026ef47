package org.symbolon.model;

import org.jspecify.annotations.Nullable;

/**
 * The one unchecked exception family of Symbolon above the DICOM layer. The message is for a person and never holds a
 * value, name, date, raw UID or path of a patient's object.
 */
public class SymbolonException extends RuntimeException {
    private final ErrorCode code;

    public SymbolonException(ErrorCode code, String message) {
        this(code, message, null);
    }

    public SymbolonException(ErrorCode code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
