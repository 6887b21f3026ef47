package org.symbolon.record;

/**
 * What kind of value stands in a place, told by its data type and field. Every value of a record gets one; what the standard
 * does not define gets {@link #UNKNOWN}, so that a field nobody thought of is never taken for harmless.
 */
public enum PlaceType {
    /** A code, number, unit, flag, range, status or other value of medicine or syntax: no identity by its type. */
    VALUE,
    /** The display text of a code, a title, a short label: no identity by its type, but people write anything into it. */
    LABEL,
    /** Free text. In XML one place per text node, in HL7 v2 one per component, in FHIR one per string. */
    NARRATIVE,
    /** A person's name or a part of it: the patient's. */
    PATIENT_NAME,
    /** The same of anybody else: relatives, doctors, contacts. */
    OTHER_NAME,
    /** A part of an address, the country excepted, which is a VALUE. */
    ADDRESS,
    /** Telephone, fax, e-mail, URL of a person or organisation. */
    TELECOM,
    /** An identifier of the patient: record number, national number, insurance, licence, account. */
    PATIENT_IDENTIFIER,
    /** An identifier of another person or of an organisation, such as a licence or department number. */
    OTHER_IDENTIFIER,
    /** The name of an organisation, department, ward, bed or device. */
    ORGANISATION_NAME,
    /** Accession number of an imaging order. */
    ACCESSION_NUMBER,
    /** Number of this visit or of an earlier one. */
    VISIT_NUMBER,
    /** Identifier of a record, message, order, resource, or a reference to one: an OID, a UUID, or anything. */
    RECORD_IDENTIFIER,
    /** A DICOM UID: study, series, instance. */
    DICOM_UID,
    /** The patient's date of birth, in the format's own form. */
    BIRTH_DATE,
    /** Any other date, or date and time, in the format's own form. */
    DATE,
    /** Embedded data: images, PDF, base64. */
    ATTACHMENT,
    /** A value whose meaning the standard does not give. */
    UNKNOWN,
    /**
     * Not a value but a piece of syntax (a Z segment, an unknown extension) that can be cut out whole, and the record stays well
     * formed. It may enclose other places, and then precedes them.
     */
    REMOVABLE
}
