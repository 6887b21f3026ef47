package org.symbolon.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PortalDicomWebTest {
    private static final String JSON = "application/dicom+json";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static PortalTrial portal;

    @BeforeAll
    static void start() throws IOException {
        portal = new PortalTrial();
    }

    @AfterAll
    static void stop() throws IOException {
        portal.close();
    }

    @Test
    void studiesAreFoundByNothingByPatientAndByAccessionNumber() throws Exception {
        assertThat(search("/dicom-web/studies").size()).isEqualTo(3);
        assertThat(search("/dicom-web/studies?limit=1&offset=1").size()).isEqualTo(1);
        assertThat(search("/dicom-web/studies?PatientID=PX99").size()).isEqualTo(1);
        JsonNode study = search("/dicom-web/studies?AccessionNumber=A-1001").get(0);
        assertThat(text(study, "0020000D")).isEqualTo("2.25.41001");
        assertThat(text(study, "00080061")).isEqualTo("CT");
        assertThat(text(study, "00201206")).isEqualTo("2");
        assertThat(text(study, "00201208")).isEqualTo("36");
        assertThat(text(study, "00081030")).isEqualTo("CT chest");
    }

    @Test
    void seriesAndInstancesTellTheirNumbers() throws Exception {
        JsonNode series = search("/dicom-web/studies/2.25.41001/series");
        assertThat(series.size()).isEqualTo(2);
        assertThat(text(series.get(0), "00201209")).isEqualTo("24");
        JsonNode instances = search("/dicom-web/studies/2.25.41001/series/2.25.41001.2/instances");
        assertThat(instances.size()).isEqualTo(12);
        assertThat(text(instances.get(0), "00280010")).isEqualTo("256");
    }

    @Test
    void metadataAndFramesAndPicturesComeFromTheArchive() throws Exception {
        String series = "/dicom-web/studies/2.25.41001/series/2.25.41001.1";
        JsonNode metadata = search(series + "/metadata");
        assertThat(metadata.size()).isEqualTo(24);
        assertThat(text(metadata.get(0), "00281051")).isEqualTo("400");
        HttpResponse<byte[]> frame = get(
                series + "/instances/2.25.41001.1.3/frames/1",
                "multipart/related; type=\"application/octet-stream\"; transfer-syntax=*");
        assertThat(frame.statusCode()).isEqualTo(200);
        assertThat(frame.body().length).isGreaterThan(SampleChest.SIZE * SampleChest.SIZE * 2);
        HttpResponse<byte[]> picture = get(series + "/instances/2.25.41001.1.3/rendered", "image/png");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.body()).startsWith(0x89, 'P', 'N', 'G');
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(get("/dicom-web/studies/2.25.5/metadata", JSON).statusCode()).isEqualTo(404);
        assertThat(get("/cases/UPPER/x", "text/html").statusCode()).isEqualTo(404);
        assertThat(get("/studies/hospital/2.25.5", "text/html").statusCode()).isEqualTo(404);
        assertThat(get("/diseases/ZZZ", "text/html").statusCode()).isEqualTo(404);
    }

    @Test
    void imagesOfACaseAreListedInOrder() throws Exception {
        HttpResponse<byte[]> answer = get("/cases/hospital/" + SampleCases.LUNG_VISIT + "/images", "application/json");
        JsonNode series = new ObjectMapper().readTree(answer.body()).get("series");
        assertThat(series.get(0).get("instances").get(9).get("sop").asText()).isEqualTo("2.25.41001.1.10");
        assertThat(series.get(0).get("instances").get(9).get("raw").asBoolean()).isTrue();
    }

    private static JsonNode search(String path) throws Exception {
        HttpResponse<byte[]> answer = get(path, JSON);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static String text(JsonNode attributes, String tag) {
        return attributes.get(tag).get("Value").get(0).asText();
    }

    private static HttpResponse<byte[]> get(String path, String accept) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(portal.url(path)))
                .header("Accept", accept)
                .timeout(Duration.ofSeconds(20))
                .build();
        return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
