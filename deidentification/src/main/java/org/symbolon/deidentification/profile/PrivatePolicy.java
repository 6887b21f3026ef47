package org.symbolon.deidentification.profile;

/** What happens to private attributes that no rule names. */
public enum PrivatePolicy {
    /** They go. */
    REMOVE,
    /** Those of PS3.15 table E.3.10-1 stay, others go. */
    SAFE,
    /** They stay. */
    KEEP,
    /** They stay, but are searched for copies of removed values, and cleaned or the object refused. */
    SEARCH
}
