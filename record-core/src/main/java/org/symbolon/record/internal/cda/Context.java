package org.symbolon.record.internal.cda;

import org.symbolon.record.internal.xml.XmlElement;

/**
 * What is known of an element from those around it.
 *
 * @param type its data type
 * @param whose whom its content speaks of
 * @param around whom its parent's content speaks of
 * @param isNarrative whether it is inside a section's text
 */
record Context(DataType type, Whose whose, Whose around, boolean isNarrative) {
    static Context root(XmlElement element) {
        return new Context(DataType.of(element, DataType.UNKNOWN), Whose.RECORD.inside(element), Whose.RECORD, false);
    }

    Context of(XmlElement child, XmlElement parent) {
        if (isNarrative) {
            return this;
        }
        boolean sectionText = child.name().equals("text") && parent.name().equals("section");
        return new Context(DataType.of(child, type), whose.inside(child), whose, sectionText);
    }

    /** As {@link org.symbolon.record.Place#dataType} has it. */
    String dataType(XmlElement element) {
        return isNarrative ? "StrucDoc.Text" : type.shown(element.name());
    }
}
