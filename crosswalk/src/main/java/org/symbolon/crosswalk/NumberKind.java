package org.symbolon.crosswalk;

/** Which of the hospital's numbers is made a pseudonym; the same digits give different pseudonyms for different kinds. */
public enum NumberKind {
    /** Accession Number (0008,0050). */
    ACCESSION("accession"),
    /** Admission ID (0038,0010), or the visit number of a textual record. */
    VISIT("visit");

    private final String label;

    NumberKind(String label) {
        this.label = label;
    }

    /** The word that enters the tweak; part of the format, never changes. */
    public String label() {
        return label;
    }
}
