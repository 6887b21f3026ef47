/**
 * FHIR R4 in JSON and XML (hl7.org/fhir/R4). {@link org.symbolon.record.internal.fhir.FhirReader} first: a scanner turns the
 * bytes into a tree of {@link org.symbolon.record.internal.fhir.FhirNode}s that know their spans, the same for both syntaxes;
 * {@link org.symbolon.record.internal.fhir.FhirWalker} walks it along HAPI's model of the data types and gives every value its
 * place; {@link org.symbolon.record.internal.fhir.FhirIdentity} and {@link org.symbolon.record.internal.fhir.FhirVisit} say who
 * and what it speaks of.
 */
@NullMarked
package org.symbolon.record.internal.fhir;

import org.jspecify.annotations.NullMarked;
