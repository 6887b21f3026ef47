package org.symbolon.record.internal.cda;

import java.util.Set;
import java.util.regex.Pattern;
import org.symbolon.record.PlaceType;
import org.symbolon.record.internal.xml.XmlElement;

/**
 * Tells what an instance identifier (II: root, extension) identifies. With an extension, the root is who assigned it: a
 * hospital's OID, and so itself an identifier, unless it is a registered one that a whole country uses.
 */
final class IdentifierRules {
    /** Our convention: the number beside it is that of the visit before this one. */
    static final String PREVIOUS_VISIT = "previous-visit";

    /** US social security, tax, provider and Medicare numbers; Polish PESEL. */
    private static final Set<String> NATIONAL = Set.of(
            "2.16.840.1.113883.4.1",
            "2.16.840.1.113883.4.2",
            "2.16.840.1.113883.4.6",
            "2.16.840.1.113883.4.572",
            "2.16.840.1.113883.4.927",
            "2.16.840.1.113883.3.4424.1.1.616");

    /** Driving licences of the states of the USA; code systems. */
    private static final Pattern REGISTERED = Pattern.compile("2\\.16\\.840\\.1\\.113883\\.(4\\.3|6)\\.[0-9.]+");

    private final DicomUids uids;

    IdentifierRules(DicomUids uids) {
        this.uids = uids;
    }

    /** Whether numbers of that root are a country's, not a hospital's. */
    static boolean isNational(String root) {
        return NATIONAL.contains(root) || REGISTERED.matcher(root).matches();
    }

    PlaceType of(String attribute, XmlElement element, Context context) {
        boolean template = context.type() == DataType.TEMPLATE;
        switch (attribute) {
            case "assigningAuthorityName" -> {
                boolean convention = element.attribute(attribute).equals(PREVIOUS_VISIT);
                return template ? PlaceType.LABEL : convention ? PlaceType.VALUE : PlaceType.ORGANISATION_NAME;
            }
            case "root" -> {
                return template ? PlaceType.VALUE : ofRoot(element, context);
            }
            default -> {
                return template ? PlaceType.VALUE : ofNumber(element, context);
            }
        }
    }

    private PlaceType ofRoot(XmlElement element, Context context) {
        String root = element.attribute("root");
        if (uids.all().contains(root)) {
            return PlaceType.DICOM_UID;
        }
        if (!element.attribute("extension").isEmpty()) {
            return isNational(root) ? PlaceType.VALUE : PlaceType.RECORD_IDENTIFIER;
        }
        // A bare root must stay an OID or UUID; only the patient's own is replaced by the pseudonym.
        return ofNumber(element, context) == PlaceType.PATIENT_IDENTIFIER
                ? PlaceType.PATIENT_IDENTIFIER
                : PlaceType.RECORD_IDENTIFIER;
    }

    static PlaceType ofNumber(XmlElement element, Context context) {
        XmlElement parent = element.parent();
        String around = parent == null ? "" : parent.name();
        if (element.name().equals("accessionNumber") || around.equals("order")) {
            return PlaceType.ACCESSION_NUMBER;
        }
        if (around.equals("encompassingEncounter") || around.equals("encounter")) {
            return PlaceType.VISIT_NUMBER;
        }
        return switch (context.whose()) {
            case PATIENT -> PlaceType.PATIENT_IDENTIFIER;
            case RECORD -> PlaceType.RECORD_IDENTIFIER;
            case OTHER_PERSON, ORGANISATION, DEVICE, PLACE, BIRTHPLACE, PRODUCT -> PlaceType.OTHER_IDENTIFIER;
        };
    }
}
