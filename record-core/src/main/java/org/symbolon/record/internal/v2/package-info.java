/**
 * HL7 v2 in its usual encoding (HL7 v2.5.1 chapter 2). {@link org.symbolon.record.internal.v2.Hl7V2Reader} is the way in: {@link
 * org.symbolon.record.internal.v2.SegmentScanner} finds the segments in the bytes, {@link
 * org.symbolon.record.internal.v2.PlaceFinder} says what each value is, by HAPI's definitions of fields and the two tables among
 * the resources, {@link org.symbolon.record.internal.v2.IdentityReading} who is meant, {@link
 * org.symbolon.record.internal.v2.VisitReading} what is said.
 */
@NullMarked
package org.symbolon.record.internal.v2;

import org.jspecify.annotations.NullMarked;
