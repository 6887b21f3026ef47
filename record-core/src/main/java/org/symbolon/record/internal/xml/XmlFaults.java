package org.symbolon.record.internal.xml;

import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** The ways in which a document is refused. Messages name offsets, never a value. */
final class XmlFaults {
    private XmlFaults() {}

    static SymbolonException corrupt(String what, int offset) {
        return new SymbolonException(ErrorCode.CORRUPT, what + " at byte " + offset);
    }

    static SymbolonException truncated(String inside) {
        return new SymbolonException(ErrorCode.TRUNCATED, "The document ends inside " + inside);
    }

    static SymbolonException tooMany(String what, int most) {
        return new SymbolonException(ErrorCode.LIMIT_EXCEEDED, "A document has at most " + most + " " + what);
    }
}
