package org.symbolon.deidentification.profile;

/** Whether an object may carry its own identity, encrypted for a recipient (PS3.15 E.1.1). */
public enum EncryptionPolicy {
    /** If the run names a recipient. */
    ALLOWED,
    /** A run that names one is refused. */
    FORBIDDEN
}
