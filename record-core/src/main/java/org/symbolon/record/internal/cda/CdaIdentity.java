package org.symbolon.record.internal.cda;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.symbolon.record.RecordIdentity;
import org.symbolon.record.internal.xml.XmlElement;

/** Finds whom a document or message speaks of. Of several patients in one message the first is taken. */
final class CdaIdentity {
    private static final List<String> PATIENTS =
            List.of("patientRole", "patient", "identifiedPerson", "patientPerson", "priorRegisteredRole");

    private CdaIdentity() {}

    static RecordIdentity of(XmlElement root, DicomUids uids) {
        Optional<XmlElement> role = patient(root);
        List<XmlElement> ids = role.map(CdaIdentity::identifiers).orElse(List.of());
        Optional<XmlElement> main = ids.stream()
                .filter(id -> !IdentifierRules.isNational(id.attribute("root")))
                .findFirst()
                .or(() -> ids.stream().findFirst());
        String patientId = main.map(CdaIdentity::number).orElse("");
        Set<String> others =
                new LinkedHashSet<>(ids.stream().map(CdaIdentity::number).toList());
        others.remove(patientId);
        Optional<XmlElement> person = role.map(CdaIdentity::person);
        return new RecordIdentity(
                documentId(root),
                main.map(CdaIdentity::issuer).orElse(""),
                patientId,
                List.copyOf(others),
                person.map(PersonName::of).orElse(""),
                person.flatMap(at -> at.first("birthTime"))
                        .map(at -> Times.digits(at.attribute("value")))
                        .orElse(""),
                person.map(CdaIdentity::sex).orElse(""),
                accessionNumbers(root),
                visitNumbers(root),
                uids.studies());
    }

    private static Optional<XmlElement> patient(XmlElement root) {
        Optional<XmlElement> ofDocument = root.first("recordTarget", "patientRole");
        return ofDocument.isPresent() ? ofDocument : Elements.firstOf(root, PATIENTS);
    }

    /** Of the role and of everything that it names as another identification of the same person. */
    private static List<XmlElement> identifiers(XmlElement role) {
        List<XmlElement> found = new ArrayList<>(role.elements("id"));
        XmlElement person = person(role);
        if (person != role) {
            found.addAll(person.elements("id"));
        }
        person.elements("asOtherIDs").forEach(other -> found.addAll(other.elements("id")));
        found.removeIf(id -> number(id).isEmpty());
        return found;
    }

    private static XmlElement person(XmlElement role) {
        for (String name : List.of("patient", "patientPerson", "identifiedPerson")) {
            Optional<XmlElement> person = role.first(name);
            if (person.isPresent()) {
                return person.get();
            }
        }
        return role;
    }

    private static String sex(XmlElement person) {
        String code = person.first("administrativeGenderCode")
                .map(at -> at.attribute("code"))
                .orElse("");
        return switch (code) {
            case "M", "F" -> code;
            case "UN", "O" -> "O";
            default -> "";
        };
    }

    /** Extension, or a root that stands alone. */
    static String number(XmlElement id) {
        String extension = id.attribute("extension");
        return extension.isEmpty() ? id.attribute("root") : extension;
    }

    private static String issuer(XmlElement id) {
        String name = id.attribute("assigningAuthorityName");
        boolean bare = id.attribute("extension").isEmpty();
        return !name.isEmpty() ? name : bare ? "" : id.attribute("root");
    }

    private static String documentId(XmlElement root) {
        return root.first("id")
                .map(id -> id.attribute("extension").isEmpty()
                        ? id.attribute("root")
                        : id.attribute("root") + "^" + id.attribute("extension"))
                .orElse("");
    }

    private static List<String> accessionNumbers(XmlElement root) {
        Set<String> numbers = new LinkedHashSet<>();
        for (XmlElement fulfilled : root.elements("inFulfillmentOf")) {
            for (XmlElement order : fulfilled.elements("order")) {
                // PS3.20 gives the accession number an element of its own; without it the order's number serves.
                List<XmlElement> own = order.elements("accessionNumber");
                for (XmlElement id : own.isEmpty() ? order.elements("id") : own) {
                    numbers.add(id.attribute("extension"));
                }
            }
        }
        numbers.remove("");
        return List.copyOf(numbers);
    }

    private static List<String> visitNumbers(XmlElement root) {
        Set<String> numbers = new LinkedHashSet<>();
        Visits.of(root).forEach(visit -> {
            numbers.add(visit.number());
            numbers.add(visit.previousNumber());
        });
        numbers.remove("");
        return List.copyOf(numbers);
    }
}
