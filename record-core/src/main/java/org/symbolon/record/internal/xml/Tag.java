package org.symbolon.record.internal.xml;

import java.util.List;

/**
 * A start tag.
 *
 * @param name qualified
 * @param scope namespaces inside the element
 * @param isEmpty whether it is an element without end tag
 * @param end index of the character behind it
 */
record Tag(String name, List<XmlAttribute> attributes, Namespaces scope, boolean isEmpty, int end) {}
