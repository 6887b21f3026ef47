package org.symbolon.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.model.ByteStringScanner;

/** The textual records of the sample hospital. */
class SampleRecordsTest {
    @TempDir
    static Path folder;

    private static SampleManifest manifest =
            new SampleManifest(Path.of(""), SampleOptions.defaults(), List.of(), List.of(), List.of());

    @BeforeAll
    static void write() throws IOException {
        manifest = SampleHospital.write(folder, SampleOptions.defaults(), SampleProgress.NONE);
    }

    @Test
    void tellsOfTwentyFiveVisitsInThreeFormats() {
        assertThat(manifest.visits()).isEqualTo(25);
        assertThat(manifest.records()).hasSize(50);
        assertThat(manifest.records().stream().map(SampleRecord::format).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("HL7 v2", "CDA", "FHIR");
    }

    @Test
    void recordsAreWellFormed() throws Exception {
        for (SampleRecord record : manifest.records()) {
            byte[] content = Files.readAllBytes(record.path());
            assertThat(content).hasSize((int) record.bytes());
            switch (record.format()) {
                case "CDA" -> {
                    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
                    String root = factory.newDocumentBuilder()
                            .parse(record.path().toFile())
                            .getDocumentElement()
                            .getNodeName();
                    assertThat(root).isEqualTo("ClinicalDocument");
                }
                case "FHIR" -> {
                    JsonNode bundle = new ObjectMapper().readTree(content);
                    assertThat(bundle.path("resourceType").asText()).isEqualTo("Bundle");
                }
                default ->
                    assertThat(new String(content, StandardCharsets.ISO_8859_1)).startsWith("MSH|^~\\&|");
            }
        }
    }

    @Test
    void mostSecondVisitsNameTheFirst() throws IOException {
        Set<String> numbers = new HashSet<>();
        manifest.records().forEach(record -> numbers.add(record.visitNumber()));
        long later = 0;
        for (SampleRecord record : manifest.records()) {
            if (record.path().endsWith("ADT_A01.hl7")) {
                String text = Files.readString(record.path(), charset(record));
                String pv1 = text.lines()
                        .filter(line -> line.startsWith("PV1"))
                        .findFirst()
                        .orElseThrow();
                String previous = pv1.split("\\|", -1)[50];
                if (!previous.isEmpty()) {
                    assertThat(numbers).contains(previous.substring(0, previous.indexOf('^')));
                    later++;
                }
            }
        }
        assertThat(later).isGreaterThanOrEqualTo(10);
    }

    @Test
    void namesOfPatientsStandInTheNarrative() throws IOException {
        List<byte[]> names = manifest.planted().stream()
                .filter(value -> value.kind() == PlantedValue.Kind.PATIENT_NAME)
                .flatMap(value -> value.encodings().stream())
                .toList();
        ByteStringScanner scanner = new ByteStringScanner(names);
        for (SampleRecord record : manifest.records()) {
            assertThat(scanner.scan(Files.readAllBytes(record.path()))).isNotEmpty();
        }
    }

    private static Charset charset(SampleRecord record) throws IOException {
        String head = Files.readString(record.path(), StandardCharsets.ISO_8859_1);
        return head.contains("|8859/2") ? Charset.forName("ISO-8859-2") : StandardCharsets.UTF_8;
    }
}
