package org.symbolon.record.internal.cda;

import java.util.Map;
import java.util.Set;
import org.symbolon.record.internal.xml.XmlElement;

/** Whom or what the elements around a value speak of: the innermost one that says so decides. */
enum Whose {
    /** The record itself, or one of its acts. */
    RECORD,
    PATIENT,
    /** Another person, or a role that a person or an organisation may play. */
    OTHER_PERSON,
    ORGANISATION,
    DEVICE,
    /** Ward, building, facility. */
    PLACE,
    BIRTHPLACE,
    /** A drug, an allergen, a specimen. */
    PRODUCT;

    private static final Map<String, Whose> BY_NAME = Map.ofEntries(
            Map.entry("recordTarget", PATIENT),
            Map.entry("patientRole", PATIENT),
            Map.entry("patient", PATIENT),
            Map.entry("patientPerson", PATIENT),
            Map.entry("patientNonPersonLivingSubject", PATIENT),
            Map.entry("identifiedPerson", PATIENT),
            Map.entry("priorRegisteredRole", PATIENT),
            Map.entry("patientIdentifier", PATIENT),
            Map.entry("patientId", PATIENT),
            Map.entry("patientName", PATIENT),
            Map.entry("patientBirthTime", PATIENT),
            Map.entry("birthplace", BIRTHPLACE),
            Map.entry("birthPlace", BIRTHPLACE),
            Map.entry("device", DEVICE),
            Map.entry("assignedAuthoringDevice", DEVICE),
            Map.entry("assignedDevice", DEVICE),
            Map.entry("playingDevice", DEVICE),
            Map.entry("manufacturedProduct", PRODUCT),
            Map.entry("manufacturedMaterial", PRODUCT),
            Map.entry("manufacturedLabeledDrug", PRODUCT),
            Map.entry("labeledDrug", PRODUCT),
            Map.entry("specimen", PRODUCT),
            Map.entry("specimenRole", PRODUCT),
            Map.entry("specimenPlayingEntity", PRODUCT),
            Map.entry("location", PLACE),
            Map.entry("healthCareFacility", PLACE),
            Map.entry("serviceDeliveryLocation", PLACE),
            Map.entry("scopingEntity", ORGANISATION),
            Map.entry("assignedCustodian", ORGANISATION),
            Map.entry("asOrganizationPartOf", ORGANISATION));

    private static final Set<String> OTHERS = Set.of(
            "guardian",
            "guardianPerson",
            "relatedSubject",
            "relatedEntity",
            "relatedPerson",
            "assignedPerson",
            "assignedAuthor",
            "assignedEntity",
            "associatedEntity",
            "associatedPerson",
            "intendedRecipient",
            "participantRole",
            "contactParty",
            "contactPerson",
            "personalRelationship",
            "relationshipHolder1",
            "relationshipHolder",
            "mothersMaidenName",
            "responsibleParty",
            "performer",
            "author",
            "dataEnterer",
            "informant",
            "custodian",
            "informationRecipient",
            "legalAuthenticator",
            "authenticator",
            "participant",
            "healthCareProvider",
            "encounterParticipant",
            "authorOrPerformer",
            "overseer",
            "sender",
            "receiver",
            "respondTo",
            "attentionLine",
            "assignedProvider",
            "responsibleProvider",
            "patientMothersMaidenName");

    private static final Set<String> ACTS = Set.of(
            "act",
            "observation",
            "procedure",
            "encounter",
            "organizer",
            "substanceAdministration",
            "supply",
            "observationMedia",
            "regionOfInterest",
            "section",
            "serviceEvent",
            "order",
            "consent",
            "parentDocument",
            "externalAct",
            "externalDocument",
            "externalObservation",
            "externalProcedure",
            "encompassingEncounter",
            "registrationEvent",
            "queryMatchObservation",
            "careProvisionEvent",
            "observationRange",
            "criterion",
            "controlActProcess",
            "priorRegistration");

    private static final Set<String> PRODUCT_CLASSES = Set.of("MANU", "THER", "DST", "RET", "SPEC", "ADMM");
    private static final Set<String> PLACE_CLASSES = Set.of("SDLOC", "DSDLOC", "ISDLOC", "LOCE", "PLC", "TERR");

    /** Of what stands in the element. */
    Whose inside(XmlElement element) {
        String name = element.name();
        Whose direct = BY_NAME.get(name);
        if (direct != null) {
            return direct;
        }
        if (ACTS.contains(name)) {
            return RECORD;
        }
        if (name.startsWith("livingSubject")) {
            return PATIENT;
        }
        if (name.endsWith("Organization")) {
            return ORGANISATION;
        }
        return switch (name) {
            case "participantRole", "playingEntity" -> ofPlayer(element);
            case "place" -> this == BIRTHPLACE ? BIRTHPLACE : PLACE;
            default -> OTHERS.contains(name) ? OTHER_PERSON : this;
        };
    }

    /** A participant of an entry: allergen, drug, ward, device or person, as the class says. */
    private Whose ofPlayer(XmlElement element) {
        String code = element.attribute("classCode");
        if (PRODUCT_CLASSES.contains(code) || code.equals("MMAT") || code.equals("MAT")) {
            return PRODUCT;
        }
        if (PLACE_CLASSES.contains(code)) {
            return PLACE;
        }
        boolean undecided = code.isEmpty() || code.equals("ENT");
        return element.name().equals("playingEntity") && undecided ? this : OTHER_PERSON;
    }
}
