package org.symbolon.deidentification.text.internal;

import org.symbolon.record.ClinicalRecord;

/** The identity values of one record. Immutable. */
public final class IdentityValues {
    private IdentityValues() {}

    public static IdentityValues of(ClinicalRecord record) {
        return new IdentityValues();
    }

    boolean isHiddenIn(String value) {
        return false;
    }
}
