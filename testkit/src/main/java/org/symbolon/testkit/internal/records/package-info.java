/**
 * The textual records of the sample hospital: one visit for each study, told by HL7 v2 messages, CDA documents and FHIR bundles.
 * Start at {@link org.symbolon.testkit.internal.records.VisitRecords}.
 */
@NullMarked
package org.symbolon.testkit.internal.records;

import org.jspecify.annotations.NullMarked;
