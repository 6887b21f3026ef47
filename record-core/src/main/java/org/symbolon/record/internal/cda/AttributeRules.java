package org.symbolon.record.internal.cda;

import java.util.Set;
import java.util.regex.Pattern;
import org.symbolon.record.PlaceType;
import org.symbolon.record.internal.xml.XmlAttribute;
import org.symbolon.record.internal.xml.XmlElement;

/** Tells what kind of value an attribute of CDA or HL7 v3 holds. Foreign attributes are not asked for here. */
final class AttributeRules {
    private static final Pattern NUMBER_OR_BOOLEAN =
            Pattern.compile("[+-]?[0-9.,]{1,30}([eE][+-]?[0-9]{1,4})?|true|false");
    private static final Pattern LIKE_A_DATE = Pattern.compile("(1[89]|2[01])[0-9]{6}.*");

    /** Defined by the R-MIM, the data types and the XML ITS: enumerations, flags and numbers. */
    private static final Set<String> STRUCTURAL = Set.of(
            "nullFlavor",
            "classCode",
            "typeCode",
            "moodCode",
            "determinerCode",
            "contextControlCode",
            "contextConductionInd",
            "inversionInd",
            "negationInd",
            "independentInd",
            "separatableInd",
            "use",
            "qualifier",
            "partType",
            "mediaType",
            "representation",
            "compression",
            "integrityCheckAlgorithm",
            "unit",
            "operator",
            "inclusive",
            "institutionSpecified",
            "alignment",
            "ITSVersion",
            "severity",
            "codeSystem",
            "codeSystemVersion",
            "valueSet",
            "valueSetVersion",
            "displayable",
            "currency",
            "language",
            "charset");

    /** Of the narrative block. */
    private static final Set<String> NARRATIVE = Set.of(
            "ID",
            "IDREF",
            "styleCode",
            "border",
            "width",
            "align",
            "valign",
            "rowspan",
            "colspan",
            "span",
            "scope",
            "headers",
            "axis",
            "char",
            "charoff",
            "cellpadding",
            "cellspacing",
            "frame",
            "rules",
            "language",
            "listType",
            "revised",
            "referencedObject",
            "rel",
            "rev",
            "mediaType",
            "abbr");

    private AttributeRules() {}

    static PlaceType of(XmlAttribute attribute, XmlElement element, Context context, IdentifierRules identifiers) {
        if (!attribute.namespace().isEmpty()) {
            return ofOtherNamespace(attribute);
        }
        String name = attribute.name();
        if (context.isNarrative()) {
            return ofNarrative(name, attribute.value());
        }
        return switch (name) {
            case "root", "extension", "assigningAuthorityName" -> identifiers.of(name, element, context);
            case "code" -> ofCode(element, context);
            case "displayName", "codeSystemName" -> PlaceType.LABEL;
            case "value" -> ofValue(attribute.value(), element, context);
            case "ID" -> PlaceType.VALUE;
            default -> STRUCTURAL.contains(name) ? PlaceType.VALUE : PlaceType.UNKNOWN;
        };
    }

    private static PlaceType ofOtherNamespace(XmlAttribute attribute) {
        if (attribute.namespace().equals(V3.SDTC)) {
            return attribute.name().startsWith("valueSet") ? PlaceType.VALUE : PlaceType.UNKNOWN;
        }
        return PlaceType.VALUE;
    }

    private static PlaceType ofNarrative(String name, String value) {
        return switch (name) {
            case "href" -> value.startsWith("#") ? PlaceType.VALUE : PlaceType.TELECOM;
            case "name", "title", "summary" -> PlaceType.LABEL;
            default -> NARRATIVE.contains(name) ? PlaceType.VALUE : PlaceType.UNKNOWN;
        };
    }

    private static PlaceType ofCode(XmlElement element, Context context) {
        boolean coded = context.type() == DataType.CODE
                || element.name().equals("value")
                || element.name().equals("name")
                || !element.attribute("codeSystem").isEmpty();
        return coded ? PlaceType.VALUE : PlaceType.UNKNOWN;
    }

    private static PlaceType ofValue(String value, XmlElement element, Context context) {
        return switch (context.type()) {
            case TIME -> ofTime(element, context);
            case QUANTITY, CODE -> NUMBER_OR_BOOLEAN.matcher(value).matches() ? PlaceType.VALUE : PlaceType.UNKNOWN;
            case TELECOM -> PlaceType.TELECOM;
            case REFERENCE -> value.startsWith("#") ? PlaceType.VALUE : PlaceType.TELECOM;
            case ADDRESS -> PlaceType.ADDRESS;
            case NAME -> TextRules.ofName(element, context);
            default -> ofUntypedValue(value, element, context);
        };
    }

    private static PlaceType ofTime(XmlElement element, Context context) {
        return element.name().equals("birthTime") && context.around() == Whose.PATIENT
                ? PlaceType.BIRTH_DATE
                : PlaceType.DATE;
    }

    /** A query parameter says by its own name what its value is; a part of an interval may be told by its form. */
    private static PlaceType ofUntypedValue(String value, XmlElement element, Context context) {
        XmlElement parent = element.parent();
        String around = parent == null ? "" : parent.name();
        if (around.endsWith("BirthTime")) {
            return PlaceType.BIRTH_DATE;
        }
        if (around.endsWith("Telecom") || around.equals("attentionLine")) {
            return PlaceType.TELECOM;
        }
        if (around.endsWith("Time") || LIKE_A_DATE.matcher(value).matches()) {
            return PlaceType.DATE;
        }
        boolean quantity =
                element.name().equals("value") || (context.type() == DataType.UNKNOWN && isIntervalPart(element));
        return quantity && NUMBER_OR_BOOLEAN.matcher(value).matches() ? PlaceType.VALUE : PlaceType.UNKNOWN;
    }

    private static boolean isIntervalPart(XmlElement element) {
        return element.name().equals("low")
                || element.name().equals("high")
                || element.name().equals("center");
    }
}
