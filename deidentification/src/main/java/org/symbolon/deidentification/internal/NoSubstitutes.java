package org.symbolon.deidentification.internal;

/** For profiles that only keep and remove: being asked for a pseudonym is a mistake of the caller. */
public enum NoSubstitutes implements Substitutes {
    INSTANCE;

    @Override
    public String uid(String uid) {
        throw refusal();
    }

    @Override
    public String patient() {
        throw refusal();
    }

    @Override
    public int dateShiftDays() {
        throw refusal();
    }

    @Override
    public String accession(String accessionNumber) {
        throw refusal();
    }

    private static IllegalStateException refusal() {
        return new IllegalStateException("This profile needs pseudonyms, and there is no crosswalk");
    }
}
