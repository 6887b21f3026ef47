package org.symbolon.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The main road through the front door. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {
    /** Textual records of the shared data that are well formed. */
    private static final int MIN_RECORDS = 437;

    @TempDir
    static Path folder;

    @Test
    @Order(1)
    void bringsTheSampleHospitalHome() throws IOException, InterruptedException {
        JsonNode report = demo();
        JsonNode instances = report.path("instances");
        int found = instances.path("found").asInt();
        assertThat(found).isGreaterThanOrEqualTo(600);
        for (String count : new String[] {"archived", "confirmed", "indexed", "restored_identical"}) {
            assertThat(instances.path(count).asInt()).as(count).isEqualTo(found);
        }
        assertThat(instances.path("rejected")).isEmpty();
        JsonNode documents = report.path("documents");
        for (String count : new String[] {"found", "archived", "confirmed", "indexed", "restored_identical"}) {
            assertThat(documents.path(count).asInt()).as(count).isEqualTo(50);
        }
        assertThat(report.path("identity_leaks").asInt()).isZero();
    }

    /** A second demo on the first one's data. */
    @Test
    @Order(2)
    void bringsEveryReadableFileOfTheSharedDataHome() throws IOException, InterruptedException {
        Path shared = Repository.ROOT.resolve("../shared/data").normalize();
        assumeTrue(Files.isDirectory(shared), "the shared test data is not there");
        List<String> inputs = new ArrayList<>();
        for (String name : List.of("dicom", "hl7v2", "cda", "fhir", "fhir-synthea", "cda-synthea")) {
            inputs.add("--input");
            inputs.add(shared.resolve(name).toString());
        }
        JsonNode report = demo(inputs.toArray(String[]::new));
        JsonNode instances = report.path("instances");
        int rejected = instances.path("rejected").size();
        // what the pixel rules keep back for a person to look at is no fault of the file
        long doubtful = instances.path("rejected").findValuesAsText("code").stream()
                .filter("IDENTITY_AT_RISK"::equals)
                .count();
        assertThat(rejected - doubtful).isLessThanOrEqualTo(17);
        assertThat(instances.path("restored_identical").asInt())
                .isEqualTo(instances.path("found").asInt() - rejected)
                .isGreaterThanOrEqualTo(120);
        JsonNode documents = report.path("documents");
        assertThat(documents.path("restored_identical").asInt())
                .isEqualTo(documents.path("found").asInt()
                        - documents.path("rejected").size())
                .isGreaterThanOrEqualTo(MIN_RECORDS);
        assertThat(report.path("identity_leaks").asInt()).isZero();
    }

    private static JsonNode demo(String... more) throws IOException, InterruptedException {
        String[] arguments = new String[5 + more.length];
        String data = folder.resolve("data").toString();
        System.arraycopy(new String[] {"demo", "--exit", "--json", "--data-dir", data}, 0, arguments, 0, 5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Repository.lastLine(Repository.symbolon(folder, arguments));
    }
}
