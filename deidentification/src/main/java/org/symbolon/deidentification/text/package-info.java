/**
 * The engine that parts textual records (HL7 v2, CDA, HL7 v3, FHIR) and puts them together again: {@link
 * org.symbolon.deidentification.text.RecordDeidentifier} and {@link
 * org.symbolon.deidentification.text.RecordReidentifier}. It decides by the kinds of places that {@link
 * org.symbolon.record.RecordReader} reports, and edits by splicing bytes. Rules: docs/deidentification.md.
 */
@NullMarked
package org.symbolon.deidentification.text;

import org.jspecify.annotations.NullMarked;
