package org.symbolon.analytics;

import java.util.Locale;

/** What a frequency can be parted by. */
public enum Breakdown {
    /** Of the visit's beginning. */
    YEAR,
    SEX,
    /** Ten years of age at the visit. */
    AGE_BAND;

    /** As options and columns name it: {@code age-band}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
