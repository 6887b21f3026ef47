package org.symbolon.record.internal.fhir;

import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The ways in which a record is refused. Messages name offsets, never a value. */
final class FhirFaults {
    private FhirFaults() {}

    static SymbolonException corrupt(String what, int offset) {
        return new SymbolonException(ErrorCode.CORRUPT, what + " at byte " + offset);
    }

    static SymbolonException truncated() {
        return new SymbolonException(ErrorCode.TRUNCATED, "The record ends before its last bracket");
    }

    static SymbolonException tooMany(String what, int most) {
        return new SymbolonException(ErrorCode.LIMIT_EXCEEDED, "A record has at most " + most + " " + what);
    }

    static SymbolonException unsupported(String what) {
        return new SymbolonException(ErrorCode.UNSUPPORTED_FORMAT, what);
    }
}
