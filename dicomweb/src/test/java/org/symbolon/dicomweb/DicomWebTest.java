package org.symbolon.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;

/** The resources over three small studies made for it. */
class DicomWebTest {
    private static final String CT = "/studies/1.2.1/series/1.2.1.1/instances/1.2.1.1.1";
    private static final String JPEG = "/studies/1.2.2/series/1.2.2.1/instances/1.2.2.1.1";
    private static final String JSON = "application/dicom+json";
    private static final DicomWebOptions OPTIONS = new DicomWebOptions(5, 6, 4, 600, 1 << 20, 16, 1 << 10);

    @TempDir
    static Path folder;

    private static WebServer server;
    private static Path ctFile;

    @BeforeAll
    static void start() throws IOException {
        FileSource source = new FileSource();
        ctFile = write(ct("1.2.1.1.1"), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        source.add(ctFile);
        source.add(write(ct("1.2.1.1.2"), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        DataSet jpeg = image("1.2.2", "1.2.2.1", "1.2.2.1.1", "20240301", "Beta^Bob", "US")
                .putString(Tags.NumberOfFrames, "2")
                .putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], new byte[] {1, 2}, new byte[] {3, 4}));
        source.add(write(jpeg, TransferSyntax.JPEG_BASELINE));
        for (int i = 0; i < 6; i++) {
            DataSet plain = image("1.2.3." + i, "1.2.3.1" + i, "1.2.3.2" + i, "2023010" + (i + 1), "Gamma^Gus", "CR");
            source.add(write(plain, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN));
        }
        server = new WebServer(source, OPTIONS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static DataSet ct(String sop) {
        DataSet item = new DataSet().putString(Tags.CodeValue, "T1").putBytes(0x00091001, Vr.OB, new byte[32]);
        return image("1.2.1", "1.2.1.1", sop, "20240115", "Żółć^Ala=山田", "CT")
                .putSequence(Tags.ProcedureCodeSequence, List.of(item))
                .putBytes(Tags.PixelData, Vr.OB, new byte[] {0, 100, (byte) 200, (byte) 255});
    }

    private static DataSet image(
            String study, String series, String sop, String date, String patient, String modality) {
        return new DataSet()
                .putString(Tags.SpecificCharacterSet, "ISO_IR 192")
                .putString(Tags.SOPClassUID, Uids.SecondaryCaptureImageStorage)
                .putString(Tags.SOPInstanceUID, sop)
                .putString(Tags.StudyDate, date)
                .putString(Tags.Modality, modality)
                .putString(Tags.PatientName, patient)
                .putString(Tags.PatientID, "P" + modality)
                .putString(Tags.PatientComments, "of no use in a result")
                .putString(Tags.StudyInstanceUID, study)
                .putString(Tags.SeriesInstanceUID, series)
                .putInts(Tags.SamplesPerPixel, Vr.US, 1)
                .putString(Tags.PhotometricInterpretation, "MONOCHROME2")
                .putInts(Tags.Rows, Vr.US, 2)
                .putInts(Tags.Columns, Vr.US, 2)
                .putInts(Tags.BitsAllocated, Vr.US, 8)
                .putInts(Tags.BitsStored, Vr.US, 8)
                .putInts(Tags.HighBit, Vr.US, 7)
                .putInts(Tags.PixelRepresentation, Vr.US, 0);
    }

    private static Path write(DataSet dataSet, TransferSyntax syntax) throws IOException {
        Path path = folder.resolve(dataSet.string(Tags.SOPInstanceUID) + ".dcm");
        Part10Writer.write(path, dataSet, syntax);
        return path;
    }

    @Test
    void findsByEveryKindOfMatching() throws Exception {
        assertThat(studies("PatientName=%C5%BC%C3%B3*")).containsExactly("1.2.1");
        assertThat(studies("PatientID=P?T")).containsExactly("1.2.1");
        assertThat(studies("00100020=PUS")).containsExactly("1.2.2");
        assertThat(studies("StudyDate=20240101-20240131")).containsExactly("1.2.1");
        assertThat(studies("StudyDate=20240201-")).containsExactly("1.2.2");
        assertThat(studies("StudyDate=-20230102")).containsExactly("1.2.3.0", "1.2.3.1");
        assertThat(studies("StudyInstanceUID=1.2.2,1.2.1")).containsExactly("1.2.1", "1.2.2");
        assertThat(studies("ProcedureCodeSequence.CodeValue=T1")).containsExactly("1.2.1");
        assertThat(studies("PatientID=PCT&StudyDate=20240201-")).isEmpty();
    }

    @Test
    void noMatchIsAnEmptyArray() throws Exception {
        HttpResponse<byte[]> answer = server.get("/studies?PatientID=nobody", JSON);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(text(answer)).isEqualTo("[]");
        assertThat(answer.headers().firstValue("Content-Type")).contains(JSON);
    }

    @Test
    void pagesAndWarns() throws Exception {
        assertThat(studies("limit=2&offset=1")).containsExactly("1.2.2", "1.2.3.0");
        assertThat(studies("limit=0")).isEmpty();
        assertThat(studies("")).hasSize(5);
        HttpResponse<byte[]> most = server.get("/studies?limit=100", JSON);
        assertThat(json(most)).hasSize(6);
        assertThat(most.headers().firstValue("Warning").orElse("")).startsWith("299");
        assertThat(server.get("/studies?fuzzymatching=true", JSON).headers().firstValue("Warning"))
                .isPresent();
    }

    @Test
    void resultsHoldTheStandardAttributesAndThoseAskedFor() throws Exception {
        JsonNode plain = json(server.get("/studies?PatientID=PCT", JSON)).get(0);
        assertThat(plain.has("00104000")).isFalse();
        assertThat(plain.has("00080060")).isFalse();
        assertThat(plain.at("/00081190/Value/0").asText()).endsWith("/dicomweb/studies/1.2.1");
        assertThat(plain.at("/00100010/Value/0/Alphabetic").asText()).isEqualTo("Żółć^Ala");
        assertThat(plain.at("/00100010/Value/0/Ideographic").asText()).isEqualTo("山田");
        JsonNode more = json(server.get("/studies?PatientID=PCT&includefield=PatientComments,00080060", JSON))
                .get(0);
        assertThat(more.has("00104000")).isTrue();
        assertThat(more.has("00080060")).isTrue();
        JsonNode all = json(server.get("/studies?PatientID=PCT&includefield=all", JSON))
                .get(0);
        assertThat(all.has("00281052") || all.has("00280010")).isTrue();
    }

    @Test
    void searchesBelowStudiesAndSeries() throws Exception {
        assertThat(json(server.get("/studies/1.2.1/series", JSON))).hasSize(1);
        assertThat(json(server.get("/studies/1.2.1/instances", JSON))).hasSize(2);
        assertThat(json(server.get("/studies/1.2.1/series/1.2.1.1/instances", JSON)))
                .hasSize(2);
        assertThat(json(server.get("/studies/1.2.1/series/9.9/instances", JSON)))
                .isEmpty();
        assertThat(json(server.get("/series?Modality=US", JSON))).hasSize(1);
        JsonNode found = json(server.get("/instances?SOPInstanceUID=1.2.1.1.2", JSON));
        assertThat(found.at("/0/00081190/Value/0").asText()).endsWith("/instances/1.2.1.1.2");
        assertThat(found.at("/0/00280010/Value/0").asInt()).isEqualTo(2);
    }

    @Test
    void retrievesStudiesAsTheyAreStored() throws Exception {
        for (String accept : new String[] {
            "",
            "*/*",
            "multipart/related; type=\"application/dicom\"; transfer-syntax=*",
            "multipart/related;type=application/dicom;transfer-syntax=1.2.840.10008.1.2.1"
        }) {
            HttpResponse<byte[]> answer = server.get("/studies/1.2.1", accept);
            assertThat(answer.statusCode()).isEqualTo(200);
            List<Multipart> parts = Multipart.of(answer);
            assertThat(parts).hasSize(2);
            assertThat(parts.get(0).content()).isEqualTo(Files.readAllBytes(ctFile));
            assertThat(parts.get(0).headers()).contains("application/dicom; transfer-syntax=1.2.840.10008.1.2.1");
        }
        assertThat(server.get(CT, "application/dicom").body()).isEqualTo(Files.readAllBytes(ctFile));
    }

    @Test
    void refusesWhatItCannotGive() throws Exception {
        String implicit = "multipart/related; type=\"application/dicom\"; transfer-syntax=1.2.840.10008.1.2";
        assertError(server.get("/studies/1.2.1", implicit), 406, "NOT_ACCEPTED_BY_PEER");
        assertError(server.get("/studies/1.2.1", "application/zip"), 406, "NOT_ACCEPTED_BY_PEER");
        assertError(server.get("/studies", "application/dicom+xml"), 406, "NOT_ACCEPTED_BY_PEER");
        assertError(server.get(CT + "/rendered", "image/gif"), 406, "NOT_ACCEPTED_BY_PEER");
        assertError(server.get("/studies/1.2.9", ""), 404, "NOT_FOUND");
        assertError(server.get(CT + "/frames/2", ""), 404, "NOT_FOUND");
        assertError(server.get("/studies/Smith", ""), 400, "USAGE");
        assertError(server.get("/studies?Nonsense=Smith", JSON), 400, "USAGE");
        assertError(server.get("/studies?limit=Smith", JSON), 400, "USAGE");
        assertError(server.get("/studies?PatientID=Smith&PatientID=Smith", JSON), 400, "USAGE");
        assertError(server.get(CT + "/frames/0", ""), 400, "USAGE");
        assertError(server.get(CT + "/rendered?window=Smith,1", ""), 400, "USAGE");
    }

    @Test
    void holdsItsLimits() throws Exception {
        assertThat(server.get(JPEG + "/frames/1,2,1,2", "").statusCode()).isEqualTo(200);
        assertError(server.get(JPEG + "/frames/1,2,1,2,1", ""), 413, "LIMIT_EXCEEDED");
        assertThat(studies("StudyInstanceUID=1,2,3,1.2.1")).containsExactly("1.2.1");
        assertError(server.get("/studies?StudyInstanceUID=1,2,3,4,1.2.1", JSON), 413, "LIMIT_EXCEEDED");
        assertError(server.get("/studies?PatientID=" + "x".repeat(600), JSON), 413, "LIMIT_EXCEEDED");
        assertError(server.get(CT + "/rendered?viewport=1024,1025", ""), 413, "LIMIT_EXCEEDED");
        assertThat(server.get(CT + "/rendered?viewport=1024,1024", "").statusCode())
                .isEqualTo(200);
    }

    @Test
    void metadataReferToBulkData() throws Exception {
        JsonNode metadata = json(server.get(CT + "/metadata", JSON)).get(0);
        assertThat(metadata.at("/00080005/Value/0").asText()).isEqualTo("ISO_IR 192");
        assertThat(metadata.at("/00280010/Value/0").asInt()).isEqualTo(2);
        assertThat(metadata.at("/00081032/Value/0/00080100/Value/0").asText()).isEqualTo("T1");
        String nested = metadata.at("/00081032/Value/0/00091001/BulkDataURI").asText();
        assertThat(server.getUrl(nested, "application/octet-stream").body()).isEqualTo(new byte[32]);
        String pixels = metadata.at("/7FE00010/BulkDataURI").asText();
        List<Multipart> parts = Multipart.of(server.getUrl(pixels, ""));
        assertThat(parts.get(0).content()).containsExactly(0, 100, 200, 255);
        assertThat(json(server.get("/studies/1.2.1/metadata", "application/json")))
                .hasSize(2);
        assertError(server.get(CT + "/bulkdata/00091001", ""), 404, "NOT_FOUND");
    }

    @Test
    void framesComeAsTheyAreStored() throws Exception {
        List<Multipart> jpeg = Multipart.of(
                server.get(JPEG + "/frames/2,1", "multipart/related; type=\"image/jpeg\"; transfer-syntax=*"));
        assertThat(jpeg).hasSize(2);
        assertThat(jpeg.get(0).content()).containsExactly(3, 4);
        assertThat(jpeg.get(0).headers()).contains("image/jpeg; transfer-syntax=1.2.840.10008.1.2.4.50");
        String octets = "multipart/related; type=\"application/octet-stream\"";
        assertThat(Multipart.of(server.get(CT + "/frames/1", octets)).get(0).content())
                .containsExactly(0, 100, 200, 255);
        assertThat(server.get(JPEG + "/frames/1", octets + "; transfer-syntax=*")
                        .statusCode())
                .isEqualTo(200);
        assertError(server.get(JPEG + "/frames/1", octets), 406, "NOT_ACCEPTED_BY_PEER");
        assertThat(server.get(CT + "/frames/1", "application/octet-stream").body())
                .containsExactly(0, 100, 200, 255);
        assertThat(Multipart.of(server.get(JPEG + "/bulkdata/7FE00010", ""))).hasSize(2);
    }

    @Test
    void rendersInstancesAndFrames() throws Exception {
        HttpResponse<byte[]> png = server.get(CT + "/rendered?window=100,200,linear-exact", "image/png");
        assertThat(png.headers().firstValue("Content-Type")).contains("image/png");
        var picture = ImageIO.read(new ByteArrayInputStream(png.body())).getRaster();
        assertThat(picture.getSample(1, 0, 0)).isEqualTo(128);
        assertThat(server.get(CT + "/frames/1/rendered", "image/*;q=0.5, text/html")
                        .body())
                .startsWith(0xFF, 0xD8);
        assertThat(server.get(CT + "/rendered?accept=image/png", "image/jpeg").body())
                .startsWith(0x89, 'P');
        assertError(server.get(JPEG + "/rendered", ""), 500, "DAMAGED");
    }

    private static List<String> studies(String query) throws Exception {
        JsonNode found = json(server.get("/studies?" + query, JSON));
        return found.isEmpty()
                ? List.of()
                : found.findValues("0020000D").stream()
                        .map(node -> node.at("/Value/0").asText())
                        .toList();
    }

    private static void assertError(HttpResponse<byte[]> answer, int status, String code) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode error = new ObjectMapper().readTree(answer.body());
        assertThat(error.get("code").asText()).isEqualTo(code);
        assertThat(error.get("message").asText()).isNotEmpty().doesNotContain("Smith", "1.2.");
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).describedAs(text(answer)).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
