package org.symbolon.deidentification.cleaning;

/** What kind of text is cleaned: how much in it may be identity, and how sure its forms are. */
public enum TextKind {
    /** Sentences that people wrote: comments, reports, notes. Anything may be in them. */
    NARRATIVE,
    /** A short text that somebody typed at a device, such as Series Description or Protocol Name: anything, but in few words. */
    DESCRIPTION,
    /** The words of a code or a heading: only what the record's own fields name is looked for, and dates stay. */
    LABEL
}
