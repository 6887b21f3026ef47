package org.symbolon.receiver.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.receiver.TestCertificates;
import org.symbolon.receiver.TestObjects;

class SendReceiveTest {
    private static final List<TransferSyntax> SYNTAXES = List.of(
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @BeforeEach
    void writeObjects() throws IOException {
        Path outgoing = Files.createDirectories(folder.resolve("out/sub"));
        for (int i = 0; i < SYNTAXES.size(); i++) {
            // Identified objects: these tools serve the hospital's side too
            DataSet object = TestObjects.ct("2.25.20." + i, "2.25.2", "2.25");
            object.remove(Tags.PatientIdentityRemoved);
            Part10Writer.write(outgoing.resolve("o" + i + ".dcm"), object, SYNTAXES.get(i));
        }
    }

    private ReceiveServer receive(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("STORE@127.0.0.1:0", "-dest", folder.resolve("in").toString()));
        arguments.addAll(List.of(options));
        return ReceiveServer.start(
                Objects.requireNonNull(ReceiveArguments.parse(arguments.toArray(new String[0]), Map.of())));
    }

    private boolean send(int port, String... options) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("STORE@127.0.0.1:" + port, folder.resolve("out").toString()));
        arguments.addAll(List.of(options));
        SendArguments parsed = Objects.requireNonNull(SendArguments.parse(arguments.toArray(new String[0]), Map.of()));
        return new Sender(parsed, new PrintStream(output, true, StandardCharsets.UTF_8)).send();
    }

    private List<String> received() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("in"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] dataSet(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long offset = DicomFile.open(file).dataSetOffset();
        return Arrays.copyOfRange(bytes, (int) offset, bytes.length);
    }

    private void assertAllArrivedAsSent() throws IOException {
        assertThat(received()).containsExactly("2.25.20.0", "2.25.20.1", "2.25.20.2", "2.25.20.3");
        for (int i = 0; i < SYNTAXES.size(); i++) {
            assertThat(dataSet(folder.resolve("in/2.25.20." + i)))
                    .isEqualTo(dataSet(folder.resolve("out/sub/o" + i + ".dcm")));
        }
    }

    @Test
    void whatArrivesIsWhatWasSentAndSendingAgainChangesNothing() throws IOException {
        try (ReceiveServer server = receive()) {
            assertThat(send(server.port())).isTrue();
            assertThat(send(server.port())).isTrue();
        }
        assertAllArrivedAsSent();
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("4 files stored, 0 not");
    }

    @Test
    void worksOverTlsWithCertificatesOnBothEnds() throws Exception {
        TestCertificates certificates = TestCertificates.create(folder.resolve("tls"));
        try (ReceiveServer server = receive(tls(certificates, "server"))) {
            assertThat(send(server.port(), tls(certificates, "client"))).isTrue();
        }
        assertAllArrivedAsSent();
    }

    private static String[] tls(TestCertificates certificates, String who) {
        return new String[] {
            "-tls",
            "AES",
            "-keystore",
            certificates.keyStore(who).toString(),
            "-keystorepw",
            TestCertificates.PASSWORD,
            "-truststore",
            certificates.trustStore().toString(),
            "-truststorepw",
            TestCertificates.PASSWORD
        };
    }

    @Test
    void keepsOtherContentOfTheSameNameBeside() throws IOException {
        try (ReceiveServer server = receive()) {
            send(server.port());
            DataSet other = TestObjects.ct("2.25.20.1", "2.25.2", "2.25");
            Part10Writer.write(folder.resolve("out/other.dcm"), other, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            assertThat(send(server.port())).isTrue();
        }
        assertThat(received())
                .hasSize(5)
                .filteredOn(name -> name.matches("2\\.25\\.20\\.1\\.[0-9a-f]{16}"))
                .hasSize(1);
        assertThat(dataSet(folder.resolve("in/2.25.20.1"))).isEqualTo(dataSet(folder.resolve("out/sub/o1.dcm")));
    }

    @Test
    void saysWhichFilesWereNotSent() throws IOException {
        Files.writeString(folder.resolve("out/readme.txt"), "not DICOM, and long enough to be looked at");
        try (ReceiveServer server = receive()) {
            assertThat(send(server.port())).isFalse();
        }
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("readme.txt", "4 files stored, 1 not");
        assertAllArrivedAsSent();
    }
}
