package org.symbolon.record.internal.cda;

import java.util.Set;
import org.symbolon.record.internal.xml.XmlAttribute;
import org.symbolon.record.internal.xml.XmlElement;

/** The namespaces of CDA and HL7 v3. */
final class V3 {
    static final String NAMESPACE = "urn:hl7-org:v3";
    static final String SDTC = "urn:hl7-org:sdtc";

    /** Accession numbers in imaging reports (PS3.20). */
    static final String DICOM = "urn:dicom-org:ps3-20";

    private static final Set<String> ELEMENTS = Set.of(NAMESPACE, SDTC, DICOM);
    private static final Set<String> DECLARED = Set.of(
            NAMESPACE,
            SDTC,
            DICOM,
            XmlElement.XSI,
            XmlElement.XML,
            "urn:hl7-org:v3/voc",
            "http://www.w3.org/2001/XMLSchema");

    private V3() {}

    /** Whether its elements are defined here; the element of any other namespace can be cut out whole. */
    static boolean knows(XmlElement element) {
        return ELEMENTS.contains(element.namespace());
    }

    /** Whether the attribute is part of no standard that is read here, so that it can be cut out. */
    static boolean isForeign(XmlAttribute attribute) {
        return switch (attribute.namespace()) {
            case "", SDTC -> false;
            case XmlElement.XMLNS -> !DECLARED.contains(attribute.value());
            case XmlElement.XSI ->
                !attribute.name().equals("type") && !attribute.name().equals("nil");
            case XmlElement.XML -> attribute.name().equals("base");
            default -> true;
        };
    }
}
