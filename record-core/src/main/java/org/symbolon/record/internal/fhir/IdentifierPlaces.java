package org.symbolon.record.internal.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.symbolon.record.PlaceType;
import org.symbolon.record.internal.fhir.ReferenceTargets.Target;

/** The values and systems of identifiers (hl7.org/fhir/R4/datatypes.html#Identifier), by HL7 table 0203 and their owner. */
final class IdentifierPlaces {
    static final String ACCESSION = "ACSN";
    static final String VISIT = "VN";
    private static final String DICOM = "urn:dicom:uid";
    private static final String OID = "urn:oid:";
    private static final String UUID = "urn:uuid:";

    /** Types of numbers that persons have; the record's patient, where the owner is not somebody else. */
    private static final Set<String> PERSONAL = Set.of(
            "MR", "MRT", "PI", "PT", "SS", "NI", "NN", "NNESP", "MC", "MA", "MB", "MCN", "DL", "PPN", "AN", "AM", "BC",
            "CZ", "HC", "JHN", "PEN", "PN", "PRC", "SB", "WC", "TAX", "ANON");

    private final FhirSource source;
    private final FhirPlaces places;

    IdentifierPlaces(FhirSource source, FhirPlaces places) {
        this.source = source;
        this.places = places;
    }

    static List<String> codes(FhirView identifier) {
        List<FhirView> codings = identifier.first("type").all("coding");
        if (codings.isEmpty()) {
            return List.of();
        }
        List<String> codes = new ArrayList<>(codings.size());
        for (int i = 0; i < codings.size(); i++) {
            codes.add(codings.get(i).text("code"));
        }
        return codes;
    }

    /** @param owner whose identifier it is */
    static PlaceType typeOf(FhirView identifier, Target owner) {
        List<String> codes = codes(identifier);
        if (codes.contains(ACCESSION)) {
            return PlaceType.ACCESSION_NUMBER;
        }
        if (codes.contains(VISIT)) {
            return PlaceType.VISIT_NUMBER;
        }
        PlaceType type = owner.identifier();
        boolean records = type == PlaceType.RECORD_IDENTIFIER;
        return records && arePersonal(codes) ? PlaceType.PATIENT_IDENTIFIER : type;
    }

    private static boolean arePersonal(List<String> codes) {
        for (int i = 0; i < codes.size(); i++) {
            if (PERSONAL.contains(codes.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is a UID of DICOM and not a number given by people. */
    static boolean isDicomUid(String system, String value, PlaceType type) {
        return system.equals(DICOM)
                || (type == PlaceType.ACCESSION_NUMBER && value.regionMatches(true, 0, OID, 0, OID.length()));
    }

    /** The UID without what FHIR puts before it. */
    static String bare(String value) {
        return value.regionMatches(true, 0, OID, 0, OID.length()) ? value.substring(OID.length()) : value;
    }

    void value(FhirNode node, String system, PlaceType type) {
        PlaceType actual = isDicomUid(system, source.text(node), type) ? PlaceType.DICOM_UID : type;
        boolean form = actual == PlaceType.DICOM_UID || actual == PlaceType.RECORD_IDENTIFIER;
        if (!form || !urn(node, actual)) {
            places.whole(node, actual);
        }
    }

    void system(FhirNode node) {
        places.whole(node, WellKnownUris.contains(source.text(node)) ? PlaceType.VALUE : PlaceType.OTHER_IDENTIFIER);
    }

    /** The part behind {@code urn:oid:} or {@code urn:uuid:}; false where it is no such URI. */
    boolean urn(FhirNode node, PlaceType type) {
        if (!node.hasValue()) {
            return false;
        }
        FhirText text = source.located(node);
        String written = text.text();
        int from = written.regionMatches(true, 0, OID, 0, OID.length())
                ? OID.length()
                : written.regionMatches(true, 0, UUID, 0, UUID.length()) ? UUID.length() : 0;
        if (from == 0 || from == written.length() || !text.isDivisible()) {
            return false;
        }
        places.part(node, text, from, text.text().length(), type);
        return true;
    }
}
