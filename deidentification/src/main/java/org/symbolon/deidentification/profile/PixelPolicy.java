package org.symbolon.deidentification.profile;

/** What happens to text that is burned into pixels. */
public enum PixelPolicy {
    /** Nobody looks. */
    LEAVE,
    /** The pixel rules hold: regions are blanked, what is at risk and has no rule is refused. */
    CLEAN
}
