package org.symbolon.deidentification.text.internal;

import java.util.function.Function;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.ClinicalRecord;

/** Reads the anonymous record again. */
public final class SelfCheck {
    public SelfCheck(IdentityValues values, NarrativeCleaner cleaner, int days) {}

    public void check(byte[] anonymous, Function<byte[], ClinicalRecord> reader) {
        try {
            ClinicalRecord unused = reader.apply(anonymous);
        } catch (SymbolonException e) {
            throw new SymbolonException(ErrorCode.IDENTITY_AT_RISK, "The de-identified record cannot be read again", e);
        }
    }
}
