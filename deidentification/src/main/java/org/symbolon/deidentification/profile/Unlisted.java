package org.symbolon.deidentification.profile;

/** What happens to attributes that no rule names. */
public enum Unlisted {
    /** Everything stays. */
    KEEP,
    /**
     * What the standard's dictionary knows stays; unknown attributes, group lengths and bytes behind the data set go, person
     * names are emptied, dates and UIDs treated as the named ones are. Private ones as {@link PrivatePolicy} says.
     */
    STANDARD,
    /** What no rule names goes. */
    REMOVE
}
