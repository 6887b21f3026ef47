package org.symbolon.record.internal.cda;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.symbolon.record.internal.xml.XmlElement;

/** HL7 v3 data types, as far as they decide what kind of value may stand in an element. */
enum DataType {
    /** TS and its intervals and sets. */
    TIME("TS"),
    /** PQ, INT, REAL, MO, BL, RTO and intervals of them. */
    QUANTITY("QTY"),
    /** TEL and URL. */
    TELECOM("TEL"),
    /** A reference out of encapsulated data: into the narrative, or to a file. */
    REFERENCE("TEL"),
    /** II. */
    IDENTIFIER("II"),
    /** II that names a template, a message type or a version of the standard. */
    TEMPLATE("II"),
    /** AD and its parts. */
    ADDRESS("AD"),
    /** The part of an address that says the country. */
    COUNTRY("AD"),
    /** EN, PN, ON, TN and their parts. */
    NAME("EN"),
    /** ED: text or embedded data. */
    DATA("ED"),
    /** ST. */
    STRING("ST"),
    /** ST that is a heading, a label or a name of a fixed thing. */
    LABEL("ST"),
    /** SC that names a device or its software. */
    DEVICE_NAME("SC"),
    /** CD, CE, CV, CS, CO. */
    CODE("CD"),
    /** A digital signature. */
    SIGNATURE("ED"),
    /** Not defined. */
    UNKNOWN("");

    private final String abbreviation;

    DataType(String abbreviation) {
        this.abbreviation = abbreviation;
    }

    private static final Set<String> ADDRESS_PARTS = Set.of(
            "addr",
            "streetAddressLine",
            "city",
            "state",
            "postalCode",
            "county",
            "censusTract",
            "houseNumber",
            "houseNumberNumeric",
            "streetName",
            "streetNameBase",
            "streetNameType",
            "additionalLocator",
            "unitID",
            "unitType",
            "carrier",
            "precinct",
            "direction",
            "buildingNumberSuffix",
            "postBox",
            "careOf",
            "deliveryAddressLine",
            "deliveryInstallationType",
            "deliveryInstallationArea",
            "deliveryInstallationQualifier",
            "deliveryMode",
            "deliveryModeIdentifier",
            "partial");

    private static final Set<String> PARTED = Stream.concat(
                    ADDRESS_PARTS.stream().filter(name -> !name.equals("addr")),
                    Stream.of("country", "family", "given", "prefix", "suffix", "delimiter"))
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, DataType> BY_NAME = Map.ofEntries(
            Map.entry("country", COUNTRY),
            Map.entry("name", NAME),
            Map.entry("family", NAME),
            Map.entry("given", NAME),
            Map.entry("prefix", NAME),
            Map.entry("suffix", NAME),
            Map.entry("delimiter", NAME),
            Map.entry("telecom", TELECOM),
            Map.entry("reference", REFERENCE),
            Map.entry("id", IDENTIFIER),
            Map.entry("setId", IDENTIFIER),
            Map.entry("queryId", IDENTIFIER),
            Map.entry("accessionNumber", IDENTIFIER),
            Map.entry("templateId", TEMPLATE),
            Map.entry("typeId", TEMPLATE),
            Map.entry("interactionId", TEMPLATE),
            Map.entry("profileId", TEMPLATE),
            Map.entry("text", DATA),
            Map.entry("originalText", DATA),
            Map.entry("desc", DATA),
            Map.entry("thumbnail", DATA),
            Map.entry("derivationExpr", STRING),
            Map.entry("title", LABEL),
            Map.entry("semanticsText", LABEL),
            Map.entry("lotNumberText", LABEL),
            Map.entry("signatureText", SIGNATURE),
            Map.entry("manufacturerModelName", DEVICE_NAME),
            Map.entry("softwareName", DEVICE_NAME),
            Map.entry("code", CODE),
            Map.entry("translation", CODE),
            Map.entry("qualifier", CODE),
            Map.entry("event", CODE),
            Map.entry("useablePeriod", TIME),
            Map.entry("quantity", QUANTITY),
            Map.entry("width", QUANTITY),
            Map.entry("period", QUANTITY),
            Map.entry("offset", QUANTITY),
            Map.entry("numerator", QUANTITY),
            Map.entry("denominator", QUANTITY),
            Map.entry("origin", QUANTITY),
            Map.entry("scale", QUANTITY),
            Map.entry("increment", QUANTITY),
            Map.entry("time", TIME));

    /** Parts of intervals and sets: of the type of the whole. */
    private static final Set<String> PARTS = Set.of("low", "high", "center", "phase", "comp");

    private static final Map<String, DataType> BY_TYPE = Map.ofEntries(
            Map.entry("TS", TIME),
            Map.entry("PQ", QUANTITY),
            Map.entry("PQR", QUANTITY),
            Map.entry("INT", QUANTITY),
            Map.entry("REAL", QUANTITY),
            Map.entry("MO", QUANTITY),
            Map.entry("BL", QUANTITY),
            Map.entry("BN", QUANTITY),
            Map.entry("RTO", QUANTITY),
            Map.entry("TEL", TELECOM),
            Map.entry("URL", TELECOM),
            Map.entry("II", IDENTIFIER),
            Map.entry("AD", ADDRESS),
            Map.entry("EN", NAME),
            Map.entry("PN", NAME),
            Map.entry("ON", NAME),
            Map.entry("TN", NAME),
            Map.entry("ED", DATA),
            Map.entry("ST", STRING),
            Map.entry("SC", STRING),
            Map.entry("CD", CODE),
            Map.entry("CE", CODE),
            Map.entry("CV", CODE),
            Map.entry("CS", CODE),
            Map.entry("CO", CODE),
            Map.entry("CR", CODE));

    /** The abbreviation of the standard; of the parts of names and addresses with the element's name: {@code AD.city}. */
    String shown(String element) {
        boolean part = (this == ADDRESS || this == COUNTRY || this == NAME) && PARTED.contains(element);
        return part ? abbreviation + "." + element : abbreviation;
    }

    /** Of the element, whose parent is of the type given. */
    static DataType of(XmlElement element, DataType parent) {
        String name = element.name();
        if (ADDRESS_PARTS.contains(name)) {
            return ADDRESS;
        }
        DataType byName = BY_NAME.get(name);
        if (byName != null) {
            return byName;
        }
        DataType byType =
                element.attribute(XmlElement.XSI, "type").map(DataType::named).orElse(UNKNOWN);
        if (byType != UNKNOWN) {
            return byType;
        }
        // ED by the model, where no xsi:type is needed: observationMedia/value
        if (!element.attribute("mediaType").isEmpty()
                || !element.attribute("representation").isEmpty()) {
            return DATA;
        }
        if (PARTS.contains(name)) {
            return parent;
        }
        if (name.endsWith("Time")) {
            return TIME;
        }
        if (name.endsWith("Code")) {
            return CODE;
        }
        return name.endsWith("Quantity") || name.endsWith("Number") || name.endsWith("Ind") ? QUANTITY : UNKNOWN;
    }

    /** Of a type as written in xsi:type: {@code IVL_TS}, {@code hl7:PQ}, {@code RTO_PQ_PQ}. */
    private static DataType named(String written) {
        String local = written.substring(written.indexOf(':') + 1).strip().toUpperCase(Locale.ROOT);
        DataType exact = BY_TYPE.get(local);
        if (exact != null) {
            return exact;
        }
        int last = local.lastIndexOf('_');
        return last < 0 ? UNKNOWN : BY_TYPE.getOrDefault(local.substring(last + 1), UNKNOWN);
    }
}
