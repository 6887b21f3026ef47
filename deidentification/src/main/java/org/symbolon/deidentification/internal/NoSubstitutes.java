package org.symbolon.deidentification.internal;

import org.symbolon.deidentification.profile.Rule;
import org.symbolon.dicom.Vr;

/** For profiles that only keep and remove: being asked for a pseudonym is a mistake of the caller. */
public enum NoSubstitutes implements Substitutes {
    INSTANCE;

    @Override
    public String uid(String uid) {
        throw refusal();
    }

    @Override
    public String hospitalUid(String uid) {
        throw refusal();
    }

    @Override
    public String patient() {
        throw refusal();
    }

    @Override
    public String projectPatient() {
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

    @Override
    public String visit(String visitNumber) {
        throw refusal();
    }

    @Override
    public String hash(String value, boolean byProject) {
        throw refusal();
    }

    @Override
    public String filled(Rule rule) {
        throw refusal();
    }

    @Override
    public String cleaned(String text, Vr vr) {
        throw refusal();
    }

    @Override
    public byte[] searched(byte[] value) {
        throw refusal();
    }

    private static IllegalStateException refusal() {
        return new IllegalStateException("This profile needs pseudonyms, and there is no crosswalk");
    }
}
