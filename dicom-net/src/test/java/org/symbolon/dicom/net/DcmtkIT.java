package org.symbolon.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.net.ServerOptions.ClientCertificates;

/** DCMTK's tools against our server and our requester against DCMTK's, plain and with mutual TLS; what arrives is what was sent. */
@Timeout(120)
class DcmtkIT {
    private static final String CT = ServicesContract.CT;
    private static final String EXPLICIT = ServicesContract.EXPLICIT;
    private static final String JPEG_BASELINE = "1.2.840.10008.1.2.4.50";
    private static final TestCertificates CERTIFICATES = TestCertificates.instance();

    @TempDir
    Path folder;

    private final TestHandler handler = new TestHandler() {
        @Override
        public @Nullable String choose(String abstractSyntax, List<String> proposed) {
            return proposed.contains(EXPLICIT) ? EXPLICIT : proposed.get(0);
        }

        @Override
        public int get(GetRequest request, GetResponder responder) throws IOException {
            responder.total(3);
            for (int i = 1; i <= 3; i++) {
                byte[] dataSet = DataSetWriter.toBytes(object(i), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
                responder.send(CT, "2.25." + i, EXPLICIT, DataSetSource.ofBytes(dataSet));
            }
            return Status.SUCCESS;
        }
    };
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeEach
    void requireTools() {
        List.of("echoscu", "storescu", "storescp", "getscu", "dcmqrscp").forEach(Dcmtk::require);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    private String ourServer(boolean tls) throws IOException {
        NetworkOptions network = NetworkOptions.defaults();
        DicomServer server = DicomServer.start(
                new InetSocketAddress("localhost", 0),
                tls
                        ? ServerOptions.tls(CERTIFICATES.server(), ClientCertificates.REQUIRED, network)
                        : ServerOptions.plain(network),
                peer -> handler);
        open.add(server);
        return String.valueOf(server.port());
    }

    private static DataSet object(int number) {
        byte[] pixels = new byte[512 * 512 * 2];
        Arrays.fill(pixels, (byte) number);
        return new DataSet()
                .putString(Tags.SOPClassUID, CT)
                .putString(Tags.SOPInstanceUID, "2.25." + number)
                .putString(Tags.Modality, "CT")
                .putString(Tags.PatientID, "P1")
                .putString(Tags.PatientName, "Interop^Test")
                .putString(Tags.StudyInstanceUID, "2.25.1000")
                .putString(Tags.SeriesInstanceUID, "2.25.1001")
                .putInts(Tags.Rows, Vr.US, 512)
                .putInts(Tags.Columns, Vr.US, 512)
                .putInts(Tags.BitsAllocated, Vr.US, 16)
                .putBytes(Tags.PixelData, Vr.OW, pixels);
    }

    private static byte[] part10(byte[] dataSet, String sopInstanceUid, TransferSyntax syntax) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(Part10Writer.fileMeta(CT, sopInstanceUid, syntax, null));
        file.writeBytes(dataSet);
        return file.toByteArray();
    }

    private List<String> writeObjects(int count) throws IOException {
        List<String> files = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            byte[] dataSet = DataSetWriter.toBytes(object(i), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            Path file = folder.resolve("in" + i + ".dcm");
            Files.write(file, part10(dataSet, "2.25." + i, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
            files.add(file.toString());
        }
        return files;
    }

    private static byte[] dataSetOf(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int offset = (int) DicomFile.open(file).dataSetOffset();
        return Arrays.copyOfRange(all, offset, all.length);
    }

    private static String[] tlsOptions(String self, String trusted) {
        return new String[] {
            "+tls",
            CERTIFICATES.key(self).toString(),
            CERTIFICATES.certificate(self).toString(),
            "+cf",
            CERTIFICATES.certificate(trusted).toString()
        };
    }

    private static String[] line(String first, String[] options, String... rest) {
        return Stream.of(Stream.of(first), Arrays.stream(options), Arrays.stream(rest))
                .flatMap(part -> part)
                .toArray(String[]::new);
    }

    @Test
    void echoscuIsAnswered() throws Exception {
        assertThat(Dcmtk.run(folder, "echoscu", "localhost", ourServer(false))).isZero();
    }

    @Test
    void echoscuIsAnsweredOverTlsAndRefusedWithoutTheRightCertificate() throws Exception {
        String port = ourServer(true);
        assertThat(Dcmtk.run(folder, line("echoscu", tlsOptions("client", "server"), "localhost", port)))
                .isZero();
        assertThat(Dcmtk.run(folder, line("echoscu", tlsOptions("stranger", "server"), "localhost", port)))
                .isNotZero();
        assertThat(Dcmtk.run(folder, "echoscu", "+tla", "-ic", "localhost", port))
                .isNotZero();
        assertThat(Dcmtk.run(folder, "echoscu", "localhost", port)).isNotZero();
    }

    @Test
    void storescuSendsToUs() throws Exception {
        storescu(false, "-R");
        storescu(false, "--max-pdu", "4096");
    }

    @Test
    void storescuSendsToUsOverTls() throws Exception {
        storescu(true, "--max-pdu", "131072");
    }

    private void storescu(boolean tls, String... options) throws Exception {
        List<String> files = writeObjects(5);
        String[] all = Stream.of(tls ? tlsOptions("client", "server") : new String[0], options)
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        String[] rest = Stream.concat(Stream.of("localhost", ourServer(tls)), files.stream())
                .toArray(String[]::new);
        handler.stored.clear();
        assertThat(Dcmtk.run(folder, line("storescu", all, rest))).isZero();
        assertThat(handler.stored).hasSize(5);
        int number = 1;
        for (TestHandler.Stored stored : handler.stored) {
            assertThat(stored.request().sopInstanceUid()).isEqualTo("2.25." + number);
            assertThat(stored.request().transferSyntax()).isEqualTo(EXPLICIT);
            assertThat(stored.dataSet())
                    .isEqualTo(DataSetWriter.toBytes(object(number), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
            number++;
        }
    }

    @Test
    void storescpReceivesFromUs() throws Exception {
        sendToStorescp(false);
    }

    @Test
    void storescpReceivesFromUsOverTls() throws Exception {
        sendToStorescp(true);
    }

    private void sendToStorescp(boolean tls) throws Exception {
        int port = Dcmtk.freePort();
        Path out = Files.createDirectory(folder.resolve("out"));
        String[] options = tls ? tlsOptions("server", "client") : new String[0];
        open.add(Dcmtk.serve(
                folder, port, line("storescp", options, "+B", "+xa", "-od", out.toString(), String.valueOf(port))));
        List<byte[]> sent = new ArrayList<>();
        try (AssociationRequester scu = AssociationRequester.connect(
                new InetSocketAddress("localhost", port),
                "US",
                "STORESCP",
                List.of(
                        ProposedContext.asScu(ServicesContract.VERIFICATION, ServicesContract.IMPLICIT),
                        ProposedContext.asScu(CT, EXPLICIT),
                        ProposedContext.asScu(CT, JPEG_BASELINE)),
                tls ? CERTIFICATES.client() : null,
                NetworkOptions.defaults())) {
            assertThat(scu.echo()).isEqualTo(Status.SUCCESS);
            for (int i = 1; i <= 5; i++) {
                byte[] dataSet = DataSetWriter.toBytes(object(i), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
                sent.add(dataSet);
                assertThat(scu.store(CT, "2.25." + i, EXPLICIT, DataSetSource.ofBytes(dataSet)))
                        .isEqualTo(StoreResponse.success());
            }
            byte[] compressed = compressedObject();
            sent.add(compressed);
            assertThat(scu.store(CT, "2.25.6", JPEG_BASELINE, DataSetSource.ofBytes(compressed)))
                    .isEqualTo(StoreResponse.success());
            scu.release();
        }
        List<byte[]> received = new ArrayList<>();
        try (Stream<Path> files = Files.list(out)) {
            for (Path file : files.toList()) {
                received.add(dataSetOf(file));
            }
        }
        assertThat(received).containsExactlyInAnyOrderElementsOf(sent);
    }

    private static byte[] compressedObject() {
        DataSet dataSet = object(6);
        dataSet.putFragments(Tags.PixelData, Vr.OB, List.of(new byte[0], new byte[] {1, 2, 3, 4}, new byte[300_000]));
        return DataSetWriter.toBytes(dataSet, TransferSyntax.JPEG_BASELINE);
    }

    @Test
    void getscuGetsFromUs() throws Exception {
        Path out = Files.createDirectory(folder.resolve("out"));
        assertThat(Dcmtk.run(
                        folder,
                        "getscu",
                        "-S",
                        "+B",
                        "-od",
                        out.toString(),
                        "-k",
                        "QueryRetrieveLevel=SERIES",
                        "-k",
                        "StudyInstanceUID=2.25.1000",
                        "-k",
                        "SeriesInstanceUID=2.25.1001",
                        "localhost",
                        ourServer(false)))
                .isZero();
        try (Stream<Path> files = Files.list(out)) {
            List<byte[]> received = new ArrayList<>();
            for (Path file : files.toList()) {
                received.add(dataSetOf(file));
            }
            assertThat(received)
                    .containsExactlyInAnyOrder(
                            DataSetWriter.toBytes(object(1), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                            DataSetWriter.toBytes(object(2), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                            DataSetWriter.toBytes(object(3), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        }
    }

    @Test
    void weGetFromDcmqrscp() throws Exception {
        int port = Dcmtk.freePort();
        Path database = Files.createDirectory(folder.resolve("database"));
        Path configuration = Files.writeString(folder.resolve("dcmqrscp.cfg"), """
                NetworkTCPPort = %d
                MaxPDUSize = 16384
                MaxAssociations = 16
                HostTable BEGIN
                HostTable END
                VendorTable BEGIN
                VendorTable END
                AETable BEGIN
                ARCHIVE %s RW (100, 1024mb) ANY
                AETable END
                """.formatted(port, database));
        open.add(Dcmtk.serve(folder, port, "dcmqrscp", "-c", configuration.toString()));
        InetSocketAddress archive = new InetSocketAddress("localhost", port);
        byte[] sent = DataSetWriter.toBytes(object(1), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        try (AssociationRequester scu = AssociationRequester.connect(
                archive,
                "US",
                "ARCHIVE",
                List.of(ProposedContext.asScu(CT, EXPLICIT)),
                null,
                NetworkOptions.defaults())) {
            assertThat(scu.store(CT, "2.25.1", EXPLICIT, DataSetSource.ofBytes(sent))
                            .isStored())
                    .isTrue();
            scu.release();
        }
        DataSet identifier = new DataSet()
                .putString(Tags.QueryRetrieveLevel, "SERIES")
                .putString(Tags.StudyInstanceUID, "2.25.1000")
                .putString(Tags.SeriesInstanceUID, "2.25.1001");
        List<byte[]> received = new ArrayList<>();
        try (AssociationRequester scu = AssociationRequester.connect(
                archive,
                "US",
                "ARCHIVE",
                List.of(
                        ProposedContext.asScu(ServicesContract.STUDY_ROOT_GET, EXPLICIT),
                        ProposedContext.asScp(CT, EXPLICIT)),
                null,
                NetworkOptions.defaults())) {
            RetrieveResult result = scu.get(ServicesContract.STUDY_ROOT_GET, identifier, (request, dataSet) -> {
                received.add(dataSet.readAllBytes());
                return StoreResponse.success();
            });
            assertThat(result.status()).isEqualTo(Status.SUCCESS);
            assertThat(result.completed()).isEqualTo(1);
            scu.release();
        }
        assertThat(received).containsExactly(sent);
    }
}
