package org.symbolon.deidentification.cleaning;

/** Whose name it is. */
public enum Whose {
    /** The patient's. */
    PATIENT,
    /** A relative's, doctor's, operator's, or anybody else's. */
    SOMEBODY
}
