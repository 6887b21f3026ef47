package org.symbolon.deidentification.internal;

import org.symbolon.deidentification.profile.Rule;
import org.symbolon.dicom.Tag;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

/** Why an object must not leave; names the attribute and the rule, never a value. */
public final class Risk {
    private Risk() {}

    static SymbolonException of(int tag, Rule rule, String reason) {
        return of(Tag.format(tag) + ", rule " + rule.origin() + ": " + reason);
    }

    public static SymbolonException of(String reason) {
        return new SymbolonException(ErrorCode.IDENTITY_AT_RISK, reason);
    }
}
