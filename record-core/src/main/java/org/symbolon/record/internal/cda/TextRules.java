package org.symbolon.record.internal.cda;

import org.symbolon.record.PlaceType;
import org.symbolon.record.internal.xml.XmlElement;

/** Tells what kind of value the character data of an element are. */
final class TextRules {
    private TextRules() {}

    static PlaceType of(XmlElement element, Context context) {
        if (context.isNarrative()) {
            return PlaceType.NARRATIVE;
        }
        return switch (context.type()) {
            case NAME -> ofName(element, context);
            case ADDRESS -> PlaceType.ADDRESS;
            case COUNTRY -> PlaceType.VALUE;
            case DATA -> ofData(element, context);
            case STRING -> PlaceType.NARRATIVE;
            case LABEL -> PlaceType.LABEL;
            case DEVICE_NAME -> PlaceType.ORGANISATION_NAME;
            case SIGNATURE -> PlaceType.ATTACHMENT;
            case TELECOM -> PlaceType.TELECOM;
            case TIME, QUANTITY, REFERENCE, IDENTIFIER, TEMPLATE, CODE, UNKNOWN -> ofUntyped(element, context);
        };
    }

    static PlaceType ofName(XmlElement element, Context context) {
        return switch (context.whose()) {
            case PATIENT -> PlaceType.PATIENT_NAME;
            case ORGANISATION, DEVICE, PLACE -> PlaceType.ORGANISATION_NAME;
            case BIRTHPLACE -> PlaceType.ADDRESS;
            case PRODUCT -> isPersonal(element) ? PlaceType.OTHER_NAME : PlaceType.LABEL;
            case OTHER_PERSON, RECORD -> PlaceType.OTHER_NAME;
        };
    }

    /** A product has no family name, so one that has is a person. */
    private static boolean isPersonal(XmlElement element) {
        return !element.name().equals("name") && !element.name().equals("value");
    }

    private static PlaceType ofData(XmlElement element, Context context) {
        String mediaType = element.attribute("mediaType");
        boolean text = mediaType.isEmpty() || mediaType.startsWith("text/");
        if (element.attribute("representation").equals("B64") || !text) {
            return PlaceType.ATTACHMENT;
        }
        return context.whose() == Whose.ORGANISATION ? PlaceType.ORGANISATION_NAME : PlaceType.NARRATIVE;
    }

    /** The value of a query parameter may be a bare name; anything else is not defined. */
    private static PlaceType ofUntyped(XmlElement element, Context context) {
        XmlElement parent = element.parent();
        boolean name = parent != null
                && parent.name().endsWith("Name")
                && element.name().equals("value");
        return name ? ofName(element, context) : PlaceType.UNKNOWN;
    }
}
