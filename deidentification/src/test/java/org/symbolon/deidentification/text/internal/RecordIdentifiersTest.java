package org.symbolon.deidentification.text.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.crosswalk.PatientIdentity;
import org.symbolon.deidentification.Hospital;

class RecordIdentifiersTest {
    private static final String UUID = "af886b65-7256-2e48-9880-2bdc74ec3c1b";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Hospital hospital;

    @SuppressWarnings("NullAway.Init")
    private static RecordIdentifiers identifiers;

    @BeforeAll
    static void open() throws IOException {
        hospital = new Hospital(folder);
        PatientIdentity patient = new PatientIdentity("clinic", "", "1", "", "", "", List.of(), "");
        identifiers = new RecordIdentifiers(new RecordSubstitutes(
                hospital.crosswalk(), "clinic", "", hospital.crosswalk().patient(patient), false));
    }

    @AfterAll
    static void close() {
        hospital.close();
    }

    @Test
    void oneIdentifierIsTheSameWhereverItStands() {
        String plain = identifiers.replace(UUID);

        assertThat(plain)
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                .isNotEqualTo(UUID);
        assertThat(identifiers.replace("urn:uuid:" + UUID)).isEqualTo("urn:uuid:" + plain);
        assertThat(identifiers.replace("Patient/" + UUID)).isEqualTo("Patient/" + plain);
        assertThat(identifiers.replace("#" + UUID)).isEqualTo("#" + plain);
        assertThat(identifiers.replace("https://his.example.org/fhir/Patient/" + UUID))
                .matches("https://r[a-z2-7]{15}\\.invalid/Patient/" + plain);
        assertThat(identifiers.replace(UUID.toUpperCase(Locale.ROOT))).isEqualTo(plain.toUpperCase(Locale.ROOT));
    }

    @Test
    void formsStay() {
        String uid = hospital.crosswalk().pseudonyms().uid("", "1.2.3.4.5");

        assertThat(identifiers.replace("1.2.3.4.5")).isEqualTo(uid);
        assertThat(identifiers.replace("urn:oid:1.2.3.4.5")).isEqualTo("urn:oid:" + uid);
        assertThat(identifiers.replace("MSG00001")).matches("r[a-z2-7]{15}");
        assertThat(identifiers.replace("Observation/x/_history/3")).matches("Observation/r\\w{15}/_history/r\\w{15}");
        assertThat(identifiers.replace("Practitioner?identifier=http://hl7.org/fhir/sid/us-npi|9999978197"))
                .matches("Practitioner\\?identifier=r\\w{15}");
    }

    @Test
    void twoServersStayTwo() {
        assertThat(identifiers.replace("https://one.example.org/Patient/1"))
                .isNotEqualTo(identifiers.replace("https://two.example.org/Patient/1"));
    }
}
