package org.symbolon.dicom.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Dictionary;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.net.ServerOptions.ClientCertificates;

/**
 * Every service against DCMTK and Orthanc, as SCU and as SCP, in every transfer syntax, plain and over TLS. What comes out must be
 * what {@code docs/interop.md} says; run with {@code -Dinterop.write=true} to write that page anew.
 */
@Timeout(300)
class InteropIT {
    private static final String STORE = "C-STORE by transfer syntax";
    private static final String SERVICES = "Other services";
    private static final TestCertificates CERTIFICATES = TestCertificates.instance();
    private static final Duration WAIT = Duration.ofSeconds(10);

    @TempDir
    Path folder;

    private final InteropMatrix matrix = new InteropMatrix();
    private final List<AutoCloseable> open = new ArrayList<>();

    private enum Line {
        PLAIN(""),
        TLS(", TLS");

        private final String suffix;

        Line(String suffix) {
            this.suffix = suffix;
        }
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable closeable : open) {
            closeable.close();
        }
    }

    @Test
    void whatWorksIsWhatTheDocumentationSays() throws Exception {
        List.of("echoscu", "storescu", "storescp", "findscu", "movescu", "getscu", "dcmqrscp", "wlmscpfs", "Orthanc")
                .forEach(Dcmtk::require);
        for (Line line : Line.values()) {
            fromDcmtk(line);
            toStorescp(line);
            orthanc(line);
        }
        toDcmqrscp();
        toWlmscpfs();
        Path page = Path.of(System.getProperty("symbolon.repository.root"), "docs", "interop.md");
        if (Boolean.getBoolean("interop.write")) {
            Files.writeString(page, INTRODUCTION + matrix.text(), StandardCharsets.UTF_8);
        }
        assertThat(matrix.text().lines().filter(text -> text.startsWith("|")).toList())
                .as(matrix.failures())
                .isEqualTo(InteropMatrix.tableLines(page));
    }

    private static final String INTRODUCTION = """
            # Interoperability

            Written by `InteropIT` of `dicom-net`, which every `./check` repeats and compares with this page. To write it anew:
            `mvn -Pfull -pl dicom-net -am verify -Dit.test=InteropIT -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false -Dinterop.write=true`.

            Peers: DCMTK 3.6.7 and Orthanc 1.10.1, as Debian 12 has them. "To X": we are the SCU; "from X": X is the SCU and we are the
            SCP. TLS is mutual, with the default profile. "yes": the service did what it should and what arrived is byte for byte
            what was sent. "-": the peer does not offer it, or its program has no such option. pynetdicom is no Debian package and so
            is not tested; nor is MPPS, for which Debian has no peer: our own two sides are tested with each other.

            Remarks: Orthanc reports storage commitments over an association of its own, and so do we to Orthanc. DCMTK's `movescu`,
            `getscu`, `dcmqrscp` and `wlmscpfs` have no TLS. dcmqrscp and Orthanc are sent what their defaults accept.
            """;

    // ---------------------------------------------------------------- DCMTK's SCUs

    private TestArchive archive() {
        TestArchive archive = new TestArchive();
        archive.hold(Uids.ExplicitVRLittleEndian);
        return archive;
    }

    private DicomServer serve(AssociationHandler handler, Line line, String self) throws IOException {
        NetworkOptions network = NetworkOptions.defaults();
        ServerOptions options = line == Line.PLAIN
                ? ServerOptions.plain(network)
                : ServerOptions.tls(
                        self.equals("server") ? CERTIFICATES.server() : CERTIFICATES.client(),
                        ClientCertificates.REQUIRED,
                        network);
        DicomServer server =
                DicomServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), options, peer -> handler);
        open.add(server);
        return server;
    }

    private static List<String> tls(Line line, String self, String trusted) {
        return line == Line.PLAIN
                ? List.of()
                : List.of(
                        "+tls",
                        CERTIFICATES.key(self).toString(),
                        CERTIFICATES.certificate(self).toString(),
                        "+cf",
                        CERTIFICATES.certificate(trusted).toString());
    }

    private void run(String program, List<String> tls, String... arguments) throws Exception {
        String[] line = Stream.of(Stream.of(program), tls.stream(), Arrays.stream(arguments))
                .flatMap(part -> part)
                .toArray(String[]::new);
        assertThat(Dcmtk.run(folder, line)).isZero();
    }

    private Path out() throws IOException {
        return Files.createTempDirectory(folder, "out");
    }

    private Path file(String syntax) throws IOException {
        Path file = folder.resolve(InteropObjects.instance(syntax) + ".dcm");
        if (!Files.exists(file)) {
            Files.write(file, InteropObjects.part10(syntax));
        }
        return file;
    }

    private static String name(String syntax) {
        return Dictionary.standard().uidName(syntax).replaceAll(" \\(Process.*| Transfer Syntax.*|:.*", "");
    }

    private void fromDcmtk(Line line) throws Exception {
        TestArchive archive = archive();
        int movePort = Dcmtk.freePort();
        archive.destinations.put(
                "MOVESCU",
                ApplicationEntity.plain("MOVESCU", new InetSocketAddress(InetAddress.getLoopbackAddress(), movePort)));
        String port = String.valueOf(serve(archive, line, "server").port());
        List<String> tls = tls(line, "client", "server");
        String column = "from DCMTK" + line.suffix;
        matrix.check(SERVICES, "C-ECHO", column, () -> run("echoscu", tls, "127.0.0.1", port));
        matrix.check(SERVICES, "C-FIND study root", column, () -> {
            Path out = out();
            run(
                    "findscu",
                    tls,
                    "-S",
                    "-X",
                    "-od",
                    out.toString(),
                    "-k",
                    "QueryRetrieveLevel=STUDY",
                    "-k",
                    "PatientID=P1",
                    "-k",
                    "StudyInstanceUID",
                    "127.0.0.1",
                    port);
            assertThat(files(out)).hasSize(1);
            assertThat(dataSet(files(out).get(0)).string(Tags.StudyInstanceUID)).isEqualTo(InteropObjects.STUDY);
        });
        if (line == Line.PLAIN) {
            matrix.check(SERVICES, "C-MOVE", column, () -> {
                Path out = out();
                run(
                        "movescu",
                        tls,
                        "-S",
                        "+P",
                        String.valueOf(movePort),
                        "-od",
                        out.toString(),
                        "-k",
                        "QueryRetrieveLevel=STUDY",
                        "-k",
                        "StudyInstanceUID=" + InteropObjects.STUDY,
                        "127.0.0.1",
                        port);
                assertThat(files(out)).hasSize(1);
            });
            matrix.check(SERVICES, "C-GET", column, () -> {
                Path out = out();
                run(
                        "getscu",
                        tls,
                        "-S",
                        "+B",
                        "-od",
                        out.toString(),
                        "-k",
                        "QueryRetrieveLevel=STUDY",
                        "-k",
                        "StudyInstanceUID=" + InteropObjects.STUDY,
                        "127.0.0.1",
                        port);
                assertThat(dataSetBytes(files(out).get(0)))
                        .isEqualTo(InteropObjects.encoded(Uids.ExplicitVRLittleEndian));
            });
        }
        for (var syntax : InteropObjects.SYNTAXES.entrySet()) {
            matrix.check(STORE, name(syntax.getKey()), column, () -> {
                archive.objects.clear();
                // -x= and -xe offer several syntaxes of which we take the first
                run(
                        "storescu",
                        tls,
                        syntax.getValue(),
                        "-R",
                        "127.0.0.1",
                        port,
                        file(syntax.getKey()).toString());
                TestArchive.Held held =
                        Objects.requireNonNull(archive.objects.get(InteropObjects.instance(syntax.getKey())));
                assertThat(held.request().transferSyntax()).isEqualTo(syntax.getKey());
                // DCMTK writes the data set anew, so elements are compared and not bytes
                assertThat(held.header().string(Tags.PatientName)).isEqualTo("Interop^Test");
            });
        }
    }

    // ---------------------------------------------------------------- DCMTK's SCPs

    private AssociationRequester connect(int port, Line line, ProposedContext... contexts) throws IOException {
        return AssociationRequester.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                "US",
                "ARCHIVE",
                List.of(contexts),
                line == Line.PLAIN ? null : CERTIFICATES.client(),
                NetworkOptions.defaults());
    }

    private static void store(AssociationRequester scu, String syntax) throws IOException {
        StoreResponse response = scu.store(
                InteropObjects.CT,
                InteropObjects.instance(syntax),
                syntax,
                DataSetSource.ofBytes(InteropObjects.encoded(syntax)));
        assertThat(response.status()).isEqualTo(Status.SUCCESS);
    }

    private static void echo(AssociationRequester scu) throws IOException {
        assertThat(scu.echo()).isEqualTo(Status.SUCCESS);
        scu.release();
    }

    private void toStorescp(Line line) throws Exception {
        int port = Dcmtk.freePort();
        Path out = out();
        List<String> command = new ArrayList<>(List.of("storescp"));
        command.addAll(tls(line, "server", "client"));
        command.addAll(List.of("+B", "+xa", "+uf", "-od", out.toString(), String.valueOf(port)));
        open.add(Dcmtk.serve(folder, port, command.toArray(String[]::new)));
        String column = "to DCMTK" + line.suffix;
        matrix.check(SERVICES, "C-ECHO", column, () -> {
            try (AssociationRequester scu =
                    connect(port, line, ProposedContext.asScu(Uids.Verification, Uids.ImplicitVRLittleEndian))) {
                echo(scu);
            }
        });
        for (String syntax : InteropObjects.SYNTAXES.keySet()) {
            matrix.check(STORE, name(syntax), column, () -> {
                try (AssociationRequester scu = connect(port, line, ProposedContext.asScu(InteropObjects.CT, syntax))) {
                    store(scu, syntax);
                    scu.release();
                }
                try (Stream<Path> files = Files.list(out)) {
                    Path received = files.findFirst().orElseThrow();
                    assertThat(dataSetBytes(received)).isEqualTo(InteropObjects.encoded(syntax));
                    Files.delete(received);
                }
            });
        }
    }

    private void toDcmqrscp() throws Exception {
        int port = Dcmtk.freePort();
        TestArchive us = new TestArchive();
        int ourPort = serve(us, Line.PLAIN, "server").port();
        Path configuration = Files.writeString(folder.resolve("dcmqrscp.cfg"), """
                NetworkTCPPort = %d
                MaxPDUSize = 16384
                MaxAssociations = 16
                HostTable BEGIN
                us = (US, 127.0.0.1, %d)
                HostTable END
                VendorTable BEGIN
                VendorTable END
                AETable BEGIN
                ARCHIVE %s RW (100, 1024mb) ANY
                AETable END
                """.formatted(port, ourPort, out()));
        open.add(Dcmtk.serve(folder, port, "dcmqrscp", "-c", configuration.toString()));
        try (AssociationRequester scu =
                connect(port, Line.PLAIN, ProposedContext.asScu(InteropObjects.CT, Uids.ExplicitVRLittleEndian))) {
            store(scu, Uids.ExplicitVRLittleEndian);
            scu.release();
        }
        retrieve(port, Line.PLAIN, "to DCMTK", us);
    }

    /** Finds the study, and moves and gets one object of it. */
    private void retrieve(int port, Line line, String column, TestArchive us) {
        String explicit = Uids.ExplicitVRLittleEndian;
        DataSet study = new DataSet()
                .putString(Tags.QueryRetrieveLevel, "STUDY")
                .putString(Tags.PatientID, "P1")
                .put(Tags.StudyInstanceUID, Vr.UI, "");
        matrix.check(SERVICES, "C-FIND study root", column, () -> {
            String model = Uids.StudyRootQueryRetrieveInformationModelFind;
            try (AssociationRequester scu = connect(port, line, query(model))) {
                List<FindMatch> matches = new ArrayList<>();
                assertThat(scu.find(model, study, matches::add).status()).isEqualTo(Status.SUCCESS);
                assertThat(matches).hasSize(1);
                assertThat(matches.get(0).identifier().string(Tags.StudyInstanceUID))
                        .isEqualTo(InteropObjects.STUDY);
                scu.release();
            }
        });
        DataSet image = new DataSet()
                .putString(Tags.QueryRetrieveLevel, "IMAGE")
                .putString(Tags.StudyInstanceUID, InteropObjects.STUDY)
                .putString(Tags.SeriesInstanceUID, InteropObjects.SERIES)
                .putString(Tags.SOPInstanceUID, InteropObjects.instance(explicit));
        matrix.check(SERVICES, "C-MOVE", column, () -> {
            String model = Uids.StudyRootQueryRetrieveInformationModelMove;
            us.objects.clear();
            try (AssociationRequester scu = connect(port, line, query(model))) {
                RetrieveResult result = scu.move(model, image, "US", new Cancellation(), RetrieveListener.NONE);
                assertThat(result.status()).isEqualTo(Status.SUCCESS);
                scu.release();
            }
            assertThat(us.objects).hasSize(1);
        });
        matrix.check(SERVICES, "C-GET", column, () -> {
            String model = Uids.StudyRootQueryRetrieveInformationModelGet;
            List<byte[]> received = new ArrayList<>();
            try (AssociationRequester scu =
                    connect(port, line, query(model), ProposedContext.asScp(InteropObjects.CT, explicit))) {
                RetrieveResult result = scu.get(model, image, (request, dataSet) -> {
                    received.add(dataSet.readAllBytes());
                    return StoreResponse.success();
                });
                assertThat(result.status()).isEqualTo(Status.SUCCESS);
                scu.release();
            }
            assertThat(received).hasSize(1);
        });
    }

    private static ProposedContext query(String model) {
        return ProposedContext.asScu(model, Uids.ExplicitVRLittleEndian, Uids.ImplicitVRLittleEndian);
    }

    private void toWlmscpfs() throws Exception {
        int port = Dcmtk.freePort();
        Path worklist = Files.createDirectories(folder.resolve("worklist").resolve("ARCHIVE"));
        Files.createFile(worklist.resolve("lockfile"));
        DataSet step = new DataSet()
                .putString(Tags.ScheduledStationAETitle, "CT1")
                .putString(Tags.ScheduledProcedureStepStartDate, "20240102")
                .putString(Tags.ScheduledProcedureStepStartTime, "101500")
                .putString(Tags.Modality, "CT");
        DataSet item = new DataSet()
                .putString(Tags.SOPClassUID, Uids.ModalityWorklistInformationModelFind)
                .putString(Tags.SOPInstanceUID, "2.25.9")
                .putString(Tags.PatientName, "Interop^Test")
                .putString(Tags.PatientID, "P1")
                .putString(Tags.StudyInstanceUID, InteropObjects.STUDY)
                .putString(Tags.RequestedProcedureID, "R1")
                .putString(Tags.RequestedProcedureDescription, "CT")
                .putSequence(Tags.ScheduledProcedureStepSequence, List.of(step));
        Part10Writer.write(worklist.resolve("one.wl"), item, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        open.add(Dcmtk.serve(
                folder,
                port,
                "wlmscpfs",
                "-dfr",
                "-dfp",
                folder.resolve("worklist").toString(),
                String.valueOf(port)));
        DataSet wanted = new DataSet()
                .put(Tags.PatientName, Vr.PN, "")
                .put(Tags.PatientID, Vr.LO, "")
                .putSequence(
                        Tags.ScheduledProcedureStepSequence, List.of(new DataSet().putString(Tags.Modality, "CT")));
        matrix.check(SERVICES, "C-FIND modality worklist", "to DCMTK", () -> {
            String model = Uids.ModalityWorklistInformationModelFind;
            try (AssociationRequester scu =
                    connect(port, Line.PLAIN, ProposedContext.asScu(model, Uids.ExplicitVRLittleEndian))) {
                List<FindMatch> matches = new ArrayList<>();
                assertThat(scu.find(model, wanted, matches::add).status()).isEqualTo(Status.SUCCESS);
                assertThat(matches).hasSize(1);
                scu.release();
            }
        });
    }

    // ---------------------------------------------------------------- Orthanc

    private void orthanc(Line line) throws Exception {
        TestArchive us = archive();
        us.delivery = EventDelivery.NEW_ASSOCIATION;
        // Orthanc shows one certificate in both roles, "server"; so ours is "client" in both
        int ourPort = serve(us, line, "client").port();
        try (Orthanc orthanc = Orthanc.start(folder, ourPort, line == Line.PLAIN ? null : CERTIFICATES)) {
            us.destinations.put(
                    Orthanc.TITLE,
                    new ApplicationEntity(
                            Orthanc.TITLE,
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), orthanc.dicomPort()),
                            line == Line.PLAIN ? null : CERTIFICATES.client()));
            fromOrthanc(orthanc, us, "from Orthanc" + line.suffix);
            toOrthanc(orthanc.dicomPort(), us, line);
        }
    }

    private void fromOrthanc(Orthanc orthanc, TestArchive us, String column) {
        matrix.check(SERVICES, "C-ECHO", column, () -> orthanc.post("/modalities/us/echo", "{}"));
        matrix.check(SERVICES, "C-FIND study root", column, () -> {
            String query = query(orthanc);
            assertThat(orthanc.read("/queries/" + query + "/answers")).contains("\"0\"");
            assertThat(orthanc.read("/queries/" + query + "/answers/0/content")).contains(InteropObjects.STUDY);
        });
        matrix.check(SERVICES, "C-MOVE", column, () -> {
            String query = query(orthanc);
            orthanc.post(
                    "/queries/" + query + "/answers/0/retrieve",
                    "{\"TargetAet\":\"" + Orthanc.TITLE + "\",\"Synchronous\":true}");
            assertThat(orthanc.read("/instances")).contains("-");
        });
        for (String syntax : InteropObjects.SYNTAXES.keySet()) {
            matrix.check(STORE, name(syntax), column, () -> {
                us.objects.remove(InteropObjects.instance(syntax));
                String answer = orthanc.post("/instances", InteropObjects.part10(syntax));
                String id = answer.replaceAll("(?s).*\"ID\" : \"([^\"]+)\".*", "$1");
                orthanc.post("/modalities/us/store", "{\"Resources\":[\"" + id + "\"],\"Synchronous\":true}");
                TestArchive.Held held = Objects.requireNonNull(us.objects.get(InteropObjects.instance(syntax)));
                assertThat(held.request().transferSyntax()).isEqualTo(syntax);
            });
        }
        matrix.check(SERVICES, "Storage commitment", column, () -> {
            us.hold(Uids.ExplicitVRLittleEndian);
            String answer = orthanc.post(
                    "/modalities/us/storage-commitment",
                    "{\"DicomInstances\":[[\"" + InteropObjects.CT + "\",\""
                            + InteropObjects.instance(Uids.ExplicitVRLittleEndian) + "\"]]}");
            String path = answer.replaceAll("(?s).*\"Path\" : \"([^\"]+)\".*", "$1");
            String report = orthanc.read(path);
            for (int i = 0; i < 50 && report.contains("Pending"); i++) {
                TimeUnit.MILLISECONDS.sleep(100);
                report = orthanc.read(path);
            }
            assertThat(report).contains("\"Status\" : \"Success\"");
        });
    }

    private static String query(Orthanc orthanc) throws Exception {
        String answer = orthanc.post(
                "/modalities/us/query",
                "{\"Level\":\"Study\",\"Query\":{\"PatientID\":\"P1\",\"StudyInstanceUID\":\"\"}}");
        return answer.replaceAll("(?s).*\"ID\" : \"([^\"]+)\".*", "$1");
    }

    private void toOrthanc(int port, TestArchive us, Line line) throws IOException {
        String column = "to Orthanc" + line.suffix;
        matrix.check(SERVICES, "C-ECHO", column, () -> {
            try (AssociationRequester scu =
                    connect(port, line, ProposedContext.asScu(Uids.Verification, Uids.ImplicitVRLittleEndian))) {
                echo(scu);
            }
        });
        for (String syntax : InteropObjects.SYNTAXES.keySet()) {
            matrix.check(STORE, name(syntax), column, () -> {
                try (AssociationRequester scu = connect(port, line, ProposedContext.asScu(InteropObjects.CT, syntax))) {
                    store(scu, syntax);
                    scu.release();
                }
            });
        }
        retrieve(port, line, column, us);
        matrix.check(SERVICES, "Storage commitment", column, () -> {
            us.events.clear();
            DataSet reference = new DataSet()
                    .putString(Tags.ReferencedSOPClassUID, InteropObjects.CT)
                    .putString(Tags.ReferencedSOPInstanceUID, InteropObjects.instance(Uids.ExplicitVRLittleEndian));
            DataSet transaction = new DataSet()
                    .putString(Tags.TransactionUID, "2.25.4711")
                    .putSequence(Tags.ReferencedSOPSequence, List.of(reference));
            try (AssociationRequester scu = connect(
                    port,
                    line,
                    ProposedContext.asScu(
                            Uids.StorageCommitmentPushModel,
                            Uids.ExplicitVRLittleEndian,
                            Uids.ImplicitVRLittleEndian))) {
                ObjectResponse response = scu.action(
                        Uids.StorageCommitmentPushModel, Uids.StorageCommitmentPushModelInstance, 1, transaction);
                assertThat(response.isDone()).isTrue();
                scu.release();
            }
            EventReport report = us.events.poll(WAIT.toSeconds(), TimeUnit.SECONDS);
            assertThat(Objects.requireNonNull(report).eventType()).isEqualTo(1);
            assertThat(report.information().string(Tags.TransactionUID)).isEqualTo("2.25.4711");
        });
    }

    // ---------------------------------------------------------------- files

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static DataSet dataSet(Path file) throws IOException {
        try (var reader = DicomFile.open(file).reader(ReaderOptions.defaults())) {
            return DataSet.read(reader);
        }
    }

    private static byte[] dataSetBytes(Path file) throws IOException {
        byte[] all = Files.readAllBytes(file);
        return Arrays.copyOfRange(all, (int) DicomFile.open(file).dataSetOffset(), all.length);
    }
}
