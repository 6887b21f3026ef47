package org.symbolon.deidentification.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who a bundle of Synthea's speaks of, read with Jackson alone.
 *
 * @param values names, address lines, towns, postal codes, telephone numbers and identifiers
 * @param birthDate ISO 8601
 */
record SyntheaPatient(Set<String> values, String birthDate) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static SyntheaPatient of(Path bundle) throws IOException {
        for (JsonNode entry : JSON.readTree(bundle.toFile()).path("entry")) {
            if (entry.at("/resource/resourceType").asText().equals("Patient")) {
                return of(entry.path("resource"));
            }
        }
        throw new IOException("The bundle has no patient");
    }

    private static SyntheaPatient of(JsonNode patient) {
        Set<String> values = new LinkedHashSet<>();
        values.add(patient.path("id").asText());
        for (JsonNode name : patient.path("name")) {
            values.add(name.path("family").asText());
            name.path("given").forEach(given -> values.add(given.asText()));
        }
        for (JsonNode address : patient.path("address")) {
            address.path("line").forEach(line -> values.add(line.asText()));
            values.add(address.path("city").asText());
            values.add(address.path("postalCode").asText());
        }
        patient.path("telecom")
                .forEach(telecom -> values.add(telecom.path("value").asText()));
        patient.path("identifier")
                .forEach(identifier -> values.add(identifier.path("value").asText()));
        values.remove("");
        return new SyntheaPatient(values, patient.path("birthDate").asText());
    }
}
