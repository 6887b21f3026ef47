/**
 * HL7 v2, CDA / HL7 v3 and FHIR, parsed once for all rooms. {@link org.symbolon.record.RecordReader} reads a record;
 * {@link org.symbolon.record.ClinicalRecord} is the result: every value with its place in the bytes and its class of meaning
 * ({@link org.symbolon.record.Place}), who the record speaks of ({@link org.symbolon.record.RecordIdentity}), and what it says
 * ({@link org.symbolon.model.visit.VisitRecord}). Nothing here decides what is removed: that is de-identification's.
 */
@NullMarked
package org.symbolon.record;

import org.jspecify.annotations.NullMarked;
