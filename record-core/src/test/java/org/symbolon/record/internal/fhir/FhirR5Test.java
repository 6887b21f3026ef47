package org.symbolon.record.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;

/** What R5 has and R4 has not is read by R5's definitions rather than cut out. */
class FhirR5Test {
    @Test
    void elementsThatCameWithR5HaveTheirTypes() {
        ClinicalRecord record = Fhir.read("""
                {"resourceType":"Encounter","id":"e1","class":[{"coding":[{"code":"IMP","display":"inpatient"}]}],
                 "actualPeriod":{"start":"2026-03-01T10:00:00Z"},"plannedStartDate":"2026-02-28",
                 "virtualService":[{"addressUrl":"https://meet.example.org/anna","sessionKey":"s-77"}],
                 "reason":[{"value":[{"concept":{"text":"Chest pain"},"reference":{"display":"Angina"}}]}]}""");
        assertThat(Fhir.type(record, "Encounter.class.coding.code")).isEqualTo(PlaceType.VALUE);
        assertThat(Fhir.type(record, "Encounter.actualPeriod.start")).isEqualTo(PlaceType.DATE);
        assertThat(Fhir.type(record, "Encounter.plannedStartDate")).isEqualTo(PlaceType.DATE);
        assertThat(Fhir.type(record, "Encounter.virtualService.addressUrl")).isEqualTo(PlaceType.TELECOM);
        assertThat(Fhir.type(record, "Encounter.virtualService.sessionKey")).isEqualTo(PlaceType.OTHER_IDENTIFIER);
        assertThat(record.places()).noneMatch(place -> place.type() == PlaceType.REMOVABLE);
    }

    @Test
    void resourcesThatCameWithR5AreRead() {
        ClinicalRecord record = Fhir.read("""
                {"resourceType":"ImagingSelection","status":"available","studyUid":"1.2.3.4","seriesUid":"1.2.3.4.5",
                 "subject":{"reference":"Patient/p1","display":"Anna Nowak"}}""");
        assertThat(Fhir.type(record, "ImagingSelection.studyUid")).isEqualTo(PlaceType.DICOM_UID);
        assertThat(Fhir.type(record, "ImagingSelection.subject.display")).isEqualTo(PlaceType.PATIENT_NAME);
    }

    @Test
    void whatNeitherHasIsCutOut() {
        ClinicalRecord record = Fhir.read("""
                {"resourceType":"Encounter","status":"planned","nickname":"Ania"}""");
        assertThat(record.places())
                .filteredOn(place -> place.path().equals("Encounter.?"))
                .extracting(Place::type)
                .containsExactly(PlaceType.REMOVABLE, PlaceType.UNKNOWN);
    }
}
