package org.symbolon.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.net.AssociationRequester;
import org.symbolon.dicom.net.DataSetSource;
import org.symbolon.dicom.net.NetworkOptions;
import org.symbolon.dicom.net.ProposedContext;
import org.symbolon.dicom.net.StoreResponse;
import org.symbolon.model.ErrorCode;

class AgentIntakeTest {
    private static final String PLAIN = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN.uid();

    @TempDir
    private Path temporary = Path.of("");

    private Path folder = Path.of("");
    private TestDataCentre centre;

    @BeforeEach
    void setUp() throws IOException {
        folder = TestAgent.newFolder(temporary.resolve("agent"));
        centre = TestDataCentre.start(temporary.resolve("centre"));
    }

    @AfterEach
    void tearDown() {
        centre.close();
    }

    private static AssociationRequester connect(Agent agent) throws IOException {
        InetSocketAddress address = Objects.requireNonNull(agent.plainAddress());
        List<ProposedContext> contexts = List.of(
                ProposedContext.asScu(Uids.Verification, PLAIN),
                ProposedContext.asScu(Uids.CTImageStorage, PLAIN),
                ProposedContext.asScu(Uids.MRImageStorage, PLAIN));
        return AssociationRequester.connect(address, "MODALITY", "SYMBOLON", contexts, null, NetworkOptions.defaults());
    }

    private static StoreResponse store(AssociationRequester association, DataSet set, String sopUid)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(DataSetWriter.toBytes(set, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN));
        return association.store(
                set.string(Tags.SOPClassUID), sopUid, PLAIN, DataSetSource.ofBytes(bytes.toByteArray()));
    }

    @Test
    void whatAModalitySendsReachesTheDataCentreAndComesHome() throws Exception {
        try (Agent agent = TestAgent.open(folder, centre.port())) {
            agent.startIntake();
            try (AssociationRequester association = connect(agent)) {
                assertThat(association.echo()).isZero();
                for (int i = 0; i < 15; i++) {
                    assertThat(store(association, TestObjects.dataSet(i), TestObjects.sopUid(i))
                                    .status())
                            .isZero();
                }
                association.release();
            }
            TestAgent.await(() -> agent.status().confirmed() == 15);
            assertThat(TestAgent.files(folder.resolve("spool"))).isEmpty();
            RetrieveSummary home = agent.retrieve(
                    RetrieveQuery.accession(TestObjects.accession(0)), temporary.resolve("out"), RetrieveListener.NONE);
            assertThat(home.complete()).isTrue();
            assertThat(home.restored()).isEqualTo(TestObjects.PER_STUDY);
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesAStop() throws Exception {
        centre.down();
        try (Agent agent = TestAgent.open(folder, centre.port())) {
            agent.startIntake();
            try (AssociationRequester association = connect(agent)) {
                for (int i = 0; i < 8; i++) {
                    assertThat(store(association, TestObjects.dataSet(i), TestObjects.sopUid(i))
                                    .isStored())
                            .isTrue();
                }
                association.release();
            }
        }
        centre.up();
        try (Agent agent = TestAgent.open(folder, centre.port())) {
            TestAgent.await(() -> agent.status().confirmed() == 8);
        }
    }

    @Test
    void objectThatContradictsItsCommandIsRefusedAndKeptAside() throws IOException {
        try (Agent agent = TestAgent.open(folder, centre.port())) {
            agent.startIntake();
            try (AssociationRequester association = connect(agent)) {
                StoreResponse mismatch = store(association, TestObjects.dataSet(1), TestObjects.sopUid(2));
                assertThat(mismatch.status()).isEqualTo(ErrorCode.UID_MISMATCH.dimseStatus());
                assertThat(mismatch.errorComment()).startsWith("UID_MISMATCH");
                DataSet without = TestObjects.dataSet(3);
                without.remove(Tags.StudyInstanceUID);
                assertThat(store(association, without, TestObjects.sopUid(3)).errorComment())
                        .startsWith("MISSING_UID");
                association.release();
            }
            assertThat(agent.quarantine())
                    .extracting(QuarantineEntry::code)
                    .containsExactly(ErrorCode.UID_MISMATCH, ErrorCode.MISSING_UID);
            assertThat(agent.status().received()).isZero();
        }
    }

    @Test
    void logsHoldNothingOfThePatient() throws Exception {
        Path source = temporary.resolve("source");
        TestObjects.writeAll(source, 12);
        DataSet without = TestObjects.dataSet(13);
        without.remove(Tags.SeriesInstanceUID);
        TestObjects.write(source.resolve(TestObjects.FOLDER_WORD + "-bad"), 13, without);
        try (LogCapture logs = new LogCapture()) {
            centre.answerWith(0xA700);
            try (Agent agent = TestAgent.open(folder, centre.port())) {
                agent.startIntake();
                try (AssociationRequester association = connect(agent)) {
                    store(association, TestObjects.dataSet(1), TestObjects.sopUid(2));
                    store(association, TestObjects.dataSet(2), TestObjects.sopUid(2));
                    association.release();
                }
                agent.archive(List.of(source), new ArchiveOptions(Duration.ofMillis(300)), ArchiveListener.NONE);
                centre.answerWith(0xC001);
                agent.archive(List.of(source), ArchiveOptions.defaults(), ArchiveListener.NONE);
                agent.retrieve(RetrieveQuery.everything(), temporary.resolve("out"), RetrieveListener.NONE);
            }
            assertThat(logs.text())
                    .contains("goes to quarantine")
                    .doesNotContain("Zebra")
                    .doesNotContain(TestObjects.FOLDER_WORD)
                    .doesNotContain(TestObjects.PATIENT_ID)
                    .doesNotContain(TestObjects.UID_ROOT)
                    .doesNotContain("ACC0000");
        }
    }
}
