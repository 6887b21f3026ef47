/**
 * CDA R2 documents and HL7 v3 messages. {@link org.symbolon.record.internal.cda.CdaReader} first; {@code PlaceWalk} types every
 * value by its HL7 v3 data type ({@code DataType}) and by whom the element around it speaks of ({@code Whose}); {@code
 * CdaIdentity} and {@code CdaVisit} read the meaning. Follows CDA R2 (ISO/HL7 27932), the abstract data types R1 with their XML
 * ITS, and the sdtc extensions.
 */
@NullMarked
package org.symbolon.record.internal.cda;

import org.jspecify.annotations.NullMarked;
