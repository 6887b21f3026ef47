package org.symbolon.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.net.ActionResult;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.DataSetSource;
import org.symbolon.dicom.net.DicomNetworkException;
import org.symbolon.dicom.net.EventReport;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.ProposedContext;
import org.symbolon.dicom.net.RetrieveResult;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.model.Configuration;
import org.symbolon.model.InstanceRecord;
import org.symbolon.model.OrganisationId;
import org.symbolon.receiver.internal.cli.ReceiveArguments;
import org.symbolon.receiver.internal.cli.ReceiveServer;

/** A whole data centre with its embedded cluster, and those who talk to it: DCMTK, and our own requester. */
class MdcServerIT {
    private static final OrganisationId VILNIUS = new OrganisationId("vilnius");
    private static final String EXPLICIT = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();
    private static final String COMMITMENT_INSTANCE = "1.2.840.10008.1.20.1.1";

    @TempDir
    static Path folder = Path.of("");

    private static TestCertificates certificates;
    private static MdcServer server;

    @BeforeAll
    static void start() throws Exception {
        certificates = TestCertificates.create(folder.resolve("tls"));
        Configuration configuration = Configuration.of(Map.of(
                "data.dir", folder.resolve("mdc").toString(),
                "dicom.port", "0",
                "tls.keystore", certificates.keyStore("server").toString(),
                "tls.keystore-password-file", certificates.passwordFile().toString(),
                "tls.truststore", certificates.trustStore().toString(),
                "tls.truststore-password-file", certificates.passwordFile().toString(),
                "organisation.vilnius", TestCertificates.CLIENT_SUBJECT));
        server = MdcServer.start(MdcSettings.from(configuration, Map.of()));
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    private static AssociationRequester connect(String who, ProposedContext... contexts) throws IOException {
        return AssociationRequester.connect(
                server.dicomAddress(),
                "AGENT",
                "MDC",
                List.of(contexts),
                certificates.tls(who).sslContext(),
                NetworkOptions.defaults());
    }

    private static List<String> dcmtk(String program, String who, String... arguments) {
        Peers.require(program);
        List<String> command = new ArrayList<>(List.of(
                program,
                "+tls",
                certificates.key(who).toString(),
                certificates.pem(who).toString(),
                "+cf",
                certificates.pem("ca").toString(),
                "127.0.0.1",
                Integer.toString(server.dicomAddress().getPort())));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Path file(DataSet object, TransferSyntax syntax) throws IOException {
        Path file = Files.createTempFile(folder, "object", ".dcm");
        Part10Writer.write(file, object, syntax);
        return file;
    }

    private static byte[] storedDataSet(InstanceRecord instance) throws IOException {
        try (InputStream in = server.archive().open(instance, instance.dataSetOffset())) {
            return in.readAllBytes();
        }
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void dcmtkStoresDeidentifiedObjectsAndTheyLieInHdfsAsTheyWereSent() throws Exception {
        DataSet object = TestObjects.ct("2.25.10.1.1", "2.25.10.1", "2.25.10");
        Path file = file(object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertThat(Peers.run(folder, dcmtk("echoscu", "client")).exitCode()).isZero();
        Peers.Run store = Peers.run(folder, dcmtk("storescu", "client", file.toString()));
        assertThat(store.exitCode()).as(store.output()).isZero();
        InstanceRecord instance =
                server.archive().instance(VILNIUS, "2.25.10.1.1").get(0);
        assertThat(instance.location()).isEqualTo("/vilnius/2.25.10.1/2.25.10.1.1");
        // DCMTK writes its own encoding of the same values: compared by meaning
        Path stored = folder.resolve("stored.dcm");
        try (InputStream in = server.archive().open(instance, 0)) {
            Files.copy(in, stored);
        }
        assertThat(dump(stored)).isEqualTo(dump(file));
        // and by bytes, since explicit little endian without sequences has one encoding only
        assertThat(storedDataSet(instance))
                .isEqualTo(TestObjects.encode(object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
    }

    private static String dump(Path file) throws Exception {
        Peers.require("dcmdump");
        String output = Peers.run(folder, List.of("dcmdump", "-q", "+L", file.toString()))
                .output();
        return output.substring(output.indexOf("# Dicom-Data-Set"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stranger", "outsider"})
    void refusesCertificatesThatItDoesNotKnow(String who) throws Exception {
        Path file =
                file(TestObjects.ct("2.25.11.1.1", "2.25.11.1", "2.25.11"), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        assertThat(Peers.run(folder, dcmtk("echoscu", who)).exitCode()).isNotZero();
        assertThat(Peers.run(folder, dcmtk("storescu", who, file.toString())).exitCode())
                .isNotZero();
        assertThat(server.archive().instance(VILNIUS, "2.25.11.1.1")).isEmpty();
        assertThatThrownBy(() -> connect(who, ProposedContext.asScu(Uids.Verification, EXPLICIT)))
                .isInstanceOf(DicomNetworkException.class);
    }

    @Test
    void refusesWhoeverHasNoCertificateOrNoTls() throws Exception {
        Peers.require("echoscu");
        String port = Integer.toString(server.dicomAddress().getPort());
        List<String> anonymous =
                List.of("echoscu", "+tla", "+cf", certificates.pem("ca").toString(), "127.0.0.1", port);
        assertThat(Peers.run(folder, anonymous).exitCode()).isNotZero();
        assertThat(Peers.run(folder, List.of("echoscu", "-ta", "5", "127.0.0.1", port))
                        .exitCode())
                .isNotZero();
    }

    @Test
    void refusesIdentifiedObjectsOfDcmtk() throws Exception {
        DataSet object = TestObjects.ct("2.25.12.1.1", "2.25.12.1", "2.25.12");
        object.remove(Tags.PatientIdentityRemoved);
        Path file = file(object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        Peers.Run store = Peers.run(folder, dcmtk("storescu", "client", "-v", file.toString()));
        // DCMTK's name for Cxxx
        assertThat(store.output()).contains("CannotUnderstand");
        try (AssociationRequester association =
                connect("client", ProposedContext.asScu(Uids.CTImageStorage, EXPLICIT))) {
            byte[] bytes = TestObjects.encode(object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
            assertThat(association.store(Uids.CTImageStorage, "2.25.12.1.1", EXPLICIT, DataSetSource.ofBytes(bytes)))
                    .isEqualTo(new StoreResponse(0xC001, "NOT_DEIDENTIFIED"));
            association.release();
        }
        assertThat(server.archive().instance(VILNIUS, "2.25.12.1.1")).isEmpty();
    }

    @Test
    void storesCommitsAndGivesBackWhatWasSentConflictsToo() throws Exception {
        DataSet first = TestObjects.ct("2.25.13.1.1", "2.25.13.1", "2.25.13");
        DataSet second = TestObjects.ct("2.25.13.1.2", "2.25.13.1", "2.25.13");
        DataSet conflict = TestObjects.ct("2.25.13.1.1", "2.25.13.1", "2.25.13");
        conflict.putString(Tags.InstanceNumber, "9");
        List<byte[]> sent = new ArrayList<>();
        try (AssociationRequester association = connect(
                "client",
                ProposedContext.asScu(Uids.CTImageStorage, EXPLICIT),
                ProposedContext.asScu(Uids.StorageCommitmentPushModel, EXPLICIT))) {
            for (DataSet object : List.of(first, second, conflict, first)) {
                byte[] bytes = TestObjects.encode(object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
                StoreResponse response = association.store(
                        Uids.CTImageStorage,
                        object.string(Tags.SOPInstanceUID),
                        EXPLICIT,
                        DataSetSource.ofBytes(bytes));
                assertThat(response).isEqualTo(StoreResponse.success());
                sent.add(bytes);
            }
            EventReport report = commit(association, sent);
            assertThat(report.eventType()).isEqualTo(2);
            assertThat(report.information().sequence(Tags.ReferencedSOPSequence))
                    .hasSize(3);
            assertThat(report.information().sequence(Tags.FailedSOPSequence))
                    .singleElement()
                    .satisfies(item ->
                            assertThat(item.integer(Tags.FailureReason, 0)).isEqualTo(0x0112));
            association.release();
        }
        List<InstanceRecord> records = server.archive().series(VILNIUS, "2.25.13.1");
        assertThat(records).hasSize(3);
        assertThat(records.stream().filter(InstanceRecord::conflict)).hasSize(1);
        assertThat(got("2.25.13")).containsExactlyInAnyOrder(sent.get(0), sent.get(1), sent.get(2));
    }

    private static EventReport commit(AssociationRequester association, List<byte[]> sent) throws Exception {
        DataSet information = new DataSet();
        information.putString(Tags.TransactionUID, "2.25.1300");
        information.putSequence(
                Tags.ReferencedSOPSequence,
                List.of(
                        item("2.25.13.1.1", sha256(sent.get(0))),
                        item("2.25.13.1.2", sha256(sent.get(1))),
                        item("2.25.13.1.1", sha256(sent.get(2))),
                        item("2.25.13.1.2", sha256(sent.get(0)))));
        ActionResult result = association.action(
                Uids.StorageCommitmentPushModel, COMMITMENT_INSTANCE, 1, information, Duration.ofSeconds(30));
        return Objects.requireNonNull(result.event());
    }

    private static DataSet item(String sop, String sha256) {
        DataSet item = new DataSet();
        item.putString(Tags.ReferencedSOPClassUID, Uids.CTImageStorage);
        item.putString(Tags.ReferencedSOPInstanceUID, sop);
        item.put(0x00090010, Vr.LO, "SYMBOLON");
        item.put(0x00091010, Vr.LO, sha256);
        return item;
    }

    private static List<byte[]> got(String study) throws IOException {
        List<byte[]> received = new ArrayList<>();
        try (AssociationRequester association = connect(
                "client",
                ProposedContext.asScu(Uids.StudyRootQueryRetrieveInformationModelGet, EXPLICIT),
                ProposedContext.asScp(Uids.CTImageStorage, EXPLICIT))) {
            DataSet identifier = new DataSet();
            identifier.putString(Tags.QueryRetrieveLevel, "STUDY");
            identifier.putString(Tags.StudyInstanceUID, study);
            RetrieveResult result =
                    association.get(Uids.StudyRootQueryRetrieveInformationModelGet, identifier, (request, dataSet) -> {
                        received.add(dataSet.readAllBytes());
                        return StoreResponse.success();
                    });
            assertThat(result.status()).isZero();
            assertThat(result.completed()).isEqualTo(received.size());
            association.release();
        }
        return received;
    }

    @Test
    void severalAssociationsStoreAtTheSameTime() {
        List<Integer> statuses = IntStream.range(0, 4)
                .parallel()
                .mapToObj(n -> storeSeries("2.25.14." + n, 10))
                .flatMap(List::stream)
                .toList();
        assertThat(statuses).hasSize(40).containsOnly(0);
    }

    private static List<Integer> storeSeries(String series, int count) {
        List<Integer> statuses = new ArrayList<>();
        try (AssociationRequester association =
                connect("client", ProposedContext.asScu(Uids.CTImageStorage, EXPLICIT))) {
            for (int i = 0; i < count; i++) {
                DataSet object = TestObjects.ct(series + "." + i, series, "2.25.14");
                byte[] bytes = TestObjects.encode(object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
                statuses.add(association
                        .store(Uids.CTImageStorage, series + "." + i, EXPLICIT, DataSetSource.ofBytes(bytes))
                        .status());
            }
            association.release();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return statuses;
    }

    @Test
    void dcmsndSendsToTheDataCentre() throws Exception {
        Path outgoing = Files.createDirectories(folder.resolve("outgoing"));
        for (int i = 0; i < 3; i++) {
            Part10Writer.write(
                    outgoing.resolve("o" + i),
                    TestObjects.ct("2.25.15.1." + i, "2.25.15.1", "2.25.15"),
                    TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
        }
        int exitCode = DcmSndMain.run(
                "MDC@127.0.0.1:" + server.dicomAddress().getPort(),
                outgoing.toString(),
                "-tls",
                "AES",
                "-keystore",
                certificates.keyStore("client").toString(),
                "-keystorepw",
                TestCertificates.PASSWORD,
                "-truststore",
                certificates.trustStore().toString(),
                "-truststorepw",
                TestCertificates.PASSWORD);
        assertThat(exitCode).isZero();
        assertThat(server.archive().series(VILNIUS, "2.25.15.1")).hasSize(3);
    }

    private static ReceiveServer receive(String... arguments) throws IOException {
        return ReceiveServer.start(Objects.requireNonNull(ReceiveArguments.parse(arguments, Map.of())));
    }

    @Test
    void dcmrcvWritesToHdfsByOrganisationAndSeries() throws Exception {
        Path outgoing = Files.createDirectories(folder.resolve("to-hdfs"));
        DataSet object = TestObjects.ct("2.25.16.1.1", "2.25.16.1", "2.25.16");
        Part10Writer.write(outgoing.resolve("a"), object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        object.putString(Tags.InstanceNumber, "5");
        Part10Writer.write(outgoing.resolve("b"), object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        org.apache.hadoop.conf.Configuration cluster = server.clusterConfiguration();
        String hdfs = cluster.get("fs.defaultFS", "") + "/side";
        try (ReceiveServer receiver = receive("0", "-dest", hdfs, "-organisation", "kaunas")) {
            assertThat(DcmSndMain.run("X@127.0.0.1:" + receiver.port(), outgoing.toString()))
                    .isZero();
            assertThat(DcmSndMain.run("X@127.0.0.1:" + receiver.port(), outgoing.toString()))
                    .isZero();
        }
        try (FileSystem files = FileSystem.newInstance(cluster)) {
            FileStatus[] found = files.listStatus(new org.apache.hadoop.fs.Path("/side/kaunas/2.25.16.1"));
            assertThat(Stream.of(found).map(file -> file.getPath().getName()))
                    .hasSize(2)
                    .contains("2.25.16.1.1");
            assertThat(files.listStatus(new org.apache.hadoop.fs.Path("/side"))).hasSize(1);
        }
    }
}
