package org.symbolon.testkit.internal.exam;

import org.symbolon.testkit.score.Check;

/** The option of PS3.15 that a check depends on: mostly the one of table E.1-1 that makes an attribute one to retain. */
enum Keep {
    /** Not in the table, or K in the basic profile. */
    ALWAYS(Check.ALWAYS),
    DESCRIPTORS("clean-descriptors"),
    DATES("retain-longitudinal-modified-dates"),
    PATIENT("retain-patient-characteristics"),
    DEVICE("retain-device-identity"),
    SAFE_PRIVATE("retain-safe-private"),
    /** Text burned into pixels is a matter of an option (PS3.15 E.3.1). */
    CLEAN_PIXELS("clean-pixel-data"),
    STRUCTURED("clean-structured-content+clean-descriptors"),
    /** What stays of it is nobody's business. */
    NEVER("never");

    private final String when;

    Keep(String when) {
        this.when = when;
    }

    String when() {
        return when;
    }
}
