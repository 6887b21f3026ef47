package org.symbolon.recordreceiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.archive.DocumentRecord;
import org.symbolon.model.Configuration;
import org.symbolon.model.OrganisationId;
import org.symbolon.receiver.MdcServer;
import org.symbolon.receiver.MdcSettings;

/** A whole data centre that takes records over HTTPS. */
class RecordServiceIT {
    private static final OrganisationId VILNIUS = new OrganisationId("vilnius");
    private static final String MESSAGE = "MSH|^~\\&|LAB|HOSPITAL|MDC|MDC|20200102101112||ORU^R01|MSG00001|P|2.5\r"
            + "PID|1||PSN0001^^^MDC^MR||ANON||19500203|F\r"
            + "PV1|1|I|||||||||||||||||VISIT7\r"
            + "OBR|1|ACC0007|ACC0007|CT^CT chest^L|||20200102|||||||||||ACC0007||||||CT\r"
            + "OBX|1|TX|CT^CT chest^L||A nodule in the left upper lobe.||||||F\r"
            + "DG1|1||C34.1^Malignant neoplasm of upper lobe^I10|||F\r";

    @TempDir
    static Path folder = Path.of("");

    private static TestStores stores;
    private static MdcServer server;

    @BeforeAll
    static void start() throws Exception {
        stores = TestStores.create(folder.resolve("tls"));
        Configuration configuration = Configuration.of(Map.of(
                "data.dir",
                folder.resolve("mdc").toString(),
                "dicom.port",
                "0",
                "hl7.port",
                "0",
                "hl7.max-record",
                "1MB",
                "tls.keystore",
                stores.keyStore("server").toString(),
                "tls.keystore-password-file",
                stores.passwordFile().toString(),
                "tls.truststore",
                stores.trustStore().toString(),
                "tls.truststore-password-file",
                stores.passwordFile().toString(),
                "organisation.vilnius",
                "CN=client",
                "organisation.kaunas",
                "CN=stranger"));
        server = MdcServer.start(MdcSettings.from(configuration, Map.of(), List.of(new RecordReceiverService())));
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    private static HttpClient client(String who) {
        return HttpClient.newBuilder().sslContext(stores.tls(who).sslContext()).build();
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("https://127.0.0.1:" + server.address("hl7").getPort() + path));
    }

    private static HttpResponse<String> post(String who, String id, String content) throws Exception {
        return post(who, id, "application/hl7-v2; charset=utf-8", content);
    }

    private static HttpResponse<String> post(String who, String id, String contentType, String content)
            throws Exception {
        return client(who)
                .send(
                        request("/records")
                                .header("Content-Type", contentType)
                                .header("Symbolon-Document-Id", id)
                                .POST(HttpRequest.BodyPublishers.ofString(content))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void recordIsStoredReadAndGivenBackToItsOrganisationOnly() throws Exception {
        assertThat(server.addresses()).containsOnlyKeys("dicom", "hl7");
        HttpResponse<String> stored = post("client", "message-1", MESSAGE);
        assertThat(stored.statusCode()).as(stored.body()).isEqualTo(201);
        assertThat(stored.body()).contains("\"outcome\":\"STORED\"", "\"documentId\":\"message-1\"");
        HttpResponse<String> again = post("client", "message-1", MESSAGE);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).contains("ALREADY_PRESENT");
        HttpResponse<String> other = post("client", "message-1", MESSAGE.replace("nodule", "shadow"));
        assertThat(other.statusCode()).isEqualTo(201);
        assertThat(other.body()).contains("CONFLICT_KEPT");

        DocumentRecord document =
                server.records().document(VILNIUS, "message-1").get(0);
        assertThat(document.location()).isEqualTo("/vilnius/hl7/message-1");
        assertThat(document.mediaType()).isEqualTo("application/hl7-v2");
        assertThat(server.records().visit(VILNIUS, "VISIT7")).contains(document);
        assertThat(server.records().accession(VILNIUS, "ACC0007")).contains(document);
        assertThat(server.records().patient(VILNIUS, "PSN0001")).contains(document);

        HttpRequest get =
                request("/records/message-1?sha256=" + document.sha256()).build();
        HttpResponse<String> back = client("client").send(get, HttpResponse.BodyHandlers.ofString());
        assertThat(back.body()).isEqualTo(MESSAGE);
        assertThat(back.headers().firstValue("Symbolon-Sha256")).contains(document.sha256());
        assertThat(client("stranger")
                        .send(get, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatCannotBeReadIsRefusedAndNotStored() throws Exception {
        HttpResponse<String> broken =
                post("client", "broken", "application/cda+xml", "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><id");
        assertThat(broken.statusCode()).as(broken.body()).isEqualTo(400);
        HttpResponse<String> other = post("client", "broken", "{\"resourceType\":\"Patient\"}");
        assertThat(other.statusCode()).isEqualTo(415);
        assertThat(other.body()).contains("UNSUPPORTED_FORMAT");
        assertThat(server.records().document(VILNIUS, "broken")).isEmpty();
    }
}
