/**
 * XML whose every value knows its bytes; shared by CDA, HL7 v3 and FHIR XML. {@link
 * org.symbolon.record.internal.xml.XmlDocument#parse} first: character set, then our own scanner (no document type declaration,
 * no entity but the five predefined ones, everything bounded), then the JDK's parser as a second opinion on well-formedness.
 * {@link org.symbolon.record.internal.xml.XmlPlaceSyntax} writes values back. Follows XML 1.0 fifth edition and Namespaces in
 * XML 1.0.
 */
@NullMarked
package org.symbolon.record.internal.xml;

import org.jspecify.annotations.NullMarked;
