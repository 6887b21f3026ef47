package org.symbolon.deidentification.internal;

import org.symbolon.deidentification.profile.Rule;
import org.symbolon.dicom.Vr;

/** What identities are replaced with, for one object; the engine asks for nothing else. Used by one thread. */
public interface Substitutes {

    /** The UID to stand for this one in the project, the same for ever. */
    String uid(String uid);

    /** The UID to stand for this one in all projects. */
    String hospitalUid(String uid);

    /** The pseudonym of the patient that the object is about. */
    String patient();

    /** The patient's pseudonym that no other project has. */
    String projectPatient();

    /** Days to add to the dates of that patient. */
    int dateShiftDays();

    /** The pseudonym of the object's own accession number, or of another in it. */
    String accession(String accessionNumber);

    /** The pseudonym of an admission or visit number. */
    String visit(String visitNumber);

    /** A keyed hash of 16 digits and letters. */
    String hash(String value, boolean byProject);

    /** The argument of a rule with its templates filled in. */
    String filled(Rule rule);

    /** The text without what tells who it is; the same instance if nothing changes. */
    String cleaned(String text, Vr vr);

    /** Overwrites copies of removed values; the same array if there are none. */
    byte[] searched(byte[] value);
}
