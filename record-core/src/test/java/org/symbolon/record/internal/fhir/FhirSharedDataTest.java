package org.symbolon.record.internal.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.LenientErrorHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.Bundle;
import org.junit.jupiter.api.Test;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.ClinicalRecord;
import org.symbolon.record.Place;
import org.symbolon.record.PlaceType;

/** All FHIR of the shared test data. */
class FhirSharedDataTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int SYNTHEA_FILES = 3;
    private static final int FUZZ_SEED = 20263;
    private static final int FUZZ_ROUNDS = 1500;

    @Test
    void readsAllButThePinnedOnes() throws IOException {
        Map<String, ErrorCode> refused = new TreeMap<>();
        FhirModel.isResource("Patient");
        Fhir.read("{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Observation'}}]}");
        int read = 0;
        for (Path file : Fhir.files("fhir", "fhir-synthea")) {
            byte[] bytes = Files.readAllBytes(file);
            long start = THREADS.getCurrentThreadCpuTime();
            try {
                Fhir.assertPlacesAreSound(bytes, Fhir.read(bytes));
                read++;
            } catch (SymbolonException e) {
                refused.put(file.getFileName().toString(), e.code());
            }
            assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - start))
                    .as(file.getFileName().toString())
                    .isLessThan(LONGEST);
        }
        assertThat(refused)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        // a made-up type of resource
                        "ValidExample2.json", ErrorCode.UNSUPPORTED_FORMAT,
                        // answers of services with resources somewhere inside
                        "Expected_Response_FHIR_STU3.json", ErrorCode.UNSUPPORTED_FORMAT,
                        "sample_fhir_to_phdc_requests.json", ErrorCode.UNSUPPORTED_FORMAT,
                        "example_eicr_with_rr_data_fhir_converter.json", ErrorCode.UNSUPPORTED_FORMAT));
        assertThat(read).isEqualTo(157);
    }

    @Test
    void replacingWhateverMayIdentifyKeepsTheRecordAndItsPlaces() throws IOException {
        for (Path file : readable()) {
            byte[] bytes = Files.readAllBytes(file);
            ClinicalRecord record = Fhir.read(bytes);
            byte[] replaced = Fhir.replaced(bytes, record, FhirSharedDataTest::isChanged, "X\"<\\&");
            ClinicalRecord again = Fhir.read(replaced);
            assertThat(paths(again)).as(file.getFileName().toString()).isEqualTo(paths(record));
            assertThat(JACKSON.readTree(replaced).isObject()).isTrue();
        }
    }

    @Test
    void cuttingWhatIsRemovableLeavesARecordWithNothingToCut() throws IOException {
        for (Path file : readable()) {
            byte[] bytes = Files.readAllBytes(file);
            byte[] cut = Fhir.cut(bytes, Fhir.read(bytes));
            ClinicalRecord again = Fhir.read(cut);
            assertThat(JACKSON.readTree(cut).isObject()).isTrue();
            assertThat(Fhir.texts(again, PlaceType.REMOVABLE))
                    .as(file.getFileName().toString())
                    .isEmpty();
        }
    }

    @Test
    void hapiReadsASyntheaBundleAfterTheCut() throws IOException {
        Path file = Fhir.files("fhir-synthea").get(0);
        byte[] bytes = Files.readAllBytes(file);
        byte[] cut = Fhir.cut(bytes, Fhir.read(bytes));
        Bundle bundle = FhirContext.forR4Cached()
                .newJsonParser()
                .setParserErrorHandler(new LenientErrorHandler(false))
                .parseResource(Bundle.class, new String(cut, StandardCharsets.UTF_8));
        assertThat(bundle.getEntry()).hasSizeGreaterThan(100);
    }

    /** Every string, number and boolean of JSON has its place, the names of resource types excepted. */
    @Test
    void everyValueHasAPlace() throws IOException {
        for (Path file : readable()) {
            byte[] bytes = Files.readAllBytes(file);
            ClinicalRecord record = Fhir.read(bytes);
            byte[] replaced = Fhir.replaced(bytes, record, place -> true, "Q");
            List<String> left = new ArrayList<>();
            collect(JACKSON.readTree(replaced), "", left);
            assertThat(left).as(file.getFileName().toString()).isEmpty();
        }
    }

    private static void collect(JsonNode node, String name, List<String> left) {
        if (node.isContainerNode()) {
            node.properties().forEach(each -> collect(each.getValue(), each.getKey(), left));
            if (node.isArray()) {
                node.forEach(item -> collect(item, name, left));
            }
        } else if (node.isTextual() && !name.equals("resourceType")) {
            String text = node.asText();
            // what is left of an address: the kind of URI, the type of resource; what is left of XHTML: tags
            boolean placed = text.contains("Q") || text.startsWith("<div");
            if (!placed && !text.isBlank()) {
                left.add(name);
            }
        }
    }

    @Test
    void noIdentityOfSyntheaPatientsIsTypedAsMedicine() throws IOException {
        for (Path file : Fhir.files("fhir-synthea")) {
            ClinicalRecord record = Fhir.read(Files.readAllBytes(file));
            List<String> identity = new ArrayList<>(Fhir.texts(record, PlaceType.PATIENT_NAME));
            identity.addAll(Fhir.texts(record, PlaceType.PATIENT_IDENTIFIER));
            identity.addAll(Fhir.texts(record, PlaceType.BIRTH_DATE));
            identity.addAll(Fhir.texts(record, PlaceType.TELECOM));
            assertThat(record.places())
                    .filteredOn(place -> place.type() == PlaceType.VALUE || place.type() == PlaceType.LABEL)
                    .noneMatch(place -> identity.contains(place.text()));
        }
    }

    @Test
    void damagedRecordsAreReadOrRefusedButNeverFail() throws IOException {
        List<byte[]> records = new ArrayList<>();
        for (Path file : readable()) {
            if (Files.size(file) < 20_000) {
                records.add(Files.readAllBytes(file));
            }
        }
        Random random = new Random(FUZZ_SEED);
        byte[] spice = "{}[]\",:\\u0e-.<>&;/?#|_\0\u00ff".getBytes(StandardCharsets.ISO_8859_1);
        for (int round = 0; round < FUZZ_ROUNDS; round++) {
            byte[] bytes = records.get(random.nextInt(records.size())).clone();
            int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes; i++) {
                int at = random.nextInt(bytes.length);
                bytes[at] = random.nextBoolean() ? spice[random.nextInt(spice.length)] : (byte) random.nextInt();
            }
            try {
                ClinicalRecord record = Fhir.read(bytes);
                Fhir.assertPlacesAreSound(bytes, record);
                Fhir.read(Fhir.replaced(bytes, record, FhirSharedDataTest::isChanged, "X"));
                Fhir.read(Fhir.cut(bytes, record));
            } catch (SymbolonException e) {
                assertThat(e.code()).as("round %d", round).isNotEqualTo(ErrorCode.INTERNAL);
            }
        }
    }

    private static boolean isChanged(Place place) {
        return place.type() != PlaceType.VALUE;
    }

    private static List<String> paths(ClinicalRecord record) {
        return record.places().stream().map(Place::path).toList();
    }

    private static List<Path> readable() throws IOException {
        List<Path> readable = new ArrayList<>();
        List<Path> files = new ArrayList<>(Fhir.files("fhir-synthea").subList(0, SYNTHEA_FILES));
        files.addAll(Fhir.files("fhir"));
        for (Path file : files) {
            try {
                Fhir.read(Files.readAllBytes(file));
                readable.add(file);
            } catch (SymbolonException e) {
                assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_FORMAT);
            }
        }
        assertThat(readable).hasSizeGreaterThan(130);
        return readable;
    }
}
