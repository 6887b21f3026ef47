package org.symbolon.deidentification.internal;

/** What identities are replaced with; the engine asks for nothing else. Implementations are thread-safe. */
public interface Substitutes {

    /** The UID to stand for this one, the same for ever. */
    String uid(String uid);

    /** The pseudonym of the patient that the object is about. */
    String patient();

    /** Days to add to the dates of that patient. */
    int dateShiftDays();

    /** The pseudonym of the object's own accession number, or of another in it. */
    String accession(String accessionNumber);
}
