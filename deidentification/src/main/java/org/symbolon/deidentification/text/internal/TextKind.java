package org.symbolon.deidentification.text.internal;

/** What kind of text is cleaned. */
enum TextKind {
    /** Sentences that people wrote: anything may be in them. */
    NARRATIVE,
    /** The words of a code or a heading: only what the record knows of is looked for. */
    LABEL
}
