package org.symbolon.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.agent.Release.Scope;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import picocli.CommandLine;

class AgentReviewTest {
    private static final int ROWS = 20;
    private static final int COLUMNS = 30;

    @TempDir
    private Path temporary = Path.of("");

    private Path source = Path.of("");
    private Path folder = Path.of("");
    private Path passwordFile = Path.of("");
    private TestDataCentre centre;

    @BeforeEach
    void setUp() throws IOException {
        source = temporary.resolve("source");
        folder = TestAgent.newFolder(temporary.resolve("agent"));
        passwordFile = Files.writeString(temporary.resolve("password"), TestAgent.PASSWORD + "\n");
        centre = TestDataCentre.start(temporary.resolve("centre"));
    }

    @AfterEach
    void tearDown() {
        centre.close();
    }

    /** Ultrasound whose device does not say where its image data lie. */
    private void writeImage(int number, String model) throws IOException {
        byte[] pixels = new byte[ROWS * COLUMNS];
        Arrays.fill(pixels, (byte) (100 + number));
        for (int row = 0; row < ROWS; row++) {
            pixels[row * COLUMNS + COLUMNS - 1] = (byte) 220;
        }
        DataSet set = TestObjects.dataSet(number)
                .putString(Tags.SOPClassUID, Uids.UltrasoundImageStorage)
                .putString(Tags.Modality, "US")
                .putString(Tags.Manufacturer, "ACME *")
                .putString(Tags.ManufacturerModelName, model)
                .putInts(Tags.SamplesPerPixel, Vr.US, 1)
                .putString(Tags.PhotometricInterpretation, "MONOCHROME2")
                .putInts(Tags.Rows, Vr.US, ROWS)
                .putInts(Tags.Columns, Vr.US, COLUMNS)
                .putInts(Tags.BitsAllocated, Vr.US, 8)
                .putInts(Tags.BitsStored, Vr.US, 8)
                .putInts(Tags.HighBit, Vr.US, 7)
                .putInts(Tags.PixelRepresentation, Vr.US, 0)
                .putBytes(Tags.PixelData, Vr.OB, pixels);
        TestObjects.write(source.resolve("image" + number), number, set);
    }

    private ArchiveSummary archive(Agent agent) throws IOException {
        return agent.archive(List.of(source), ArchiveOptions.defaults(), ArchiveListener.NONE);
    }

    private static void awaitConfirmed(Agent agent, int count) throws IOException, InterruptedException {
        TestAgent.await(() -> agent.status().confirmed() == count);
    }

    @Test
    void whatAPersonLetsGoIsArchivedAndComesBackIdentical() throws Exception {
        writeImage(0, "One");
        writeImage(1, "One");
        writeImage(3, "One");
        try (Agent agent = TestAgent.open(folder, centre.port())) {
            assertThat(archive(agent).instances().rejected())
                    .extracting(RejectedFile::code)
                    .containsOnly(ErrorCode.IDENTITY_AT_RISK)
                    .hasSize(3);
            List<QuarantineEntry> doubtful = agent.quarantine();

            assertThat(agent.release(release(doubtful.get(0), "nothing", Scope.THIS_IMAGE)))
                    .isEqualTo(new Released(1, ""));
            agent.release(release(doubtful.get(1), "0,0,all,4 10,10,5,5", Scope.THIS_IMAGE));

            awaitConfirmed(agent, 2);
            assertThat(agent.quarantine()).hasSize(1);
            assertThat(centre.files()).hasSize(2);
            int blankedImages = 0;
            for (Path file : centre.files()) {
                DataSet sent = DicomFile.open(file).dataSet(ReaderOptions.defaults());
                assertThat(sent.string(Tags.BurnedInAnnotation)).isEqualTo("NO");
                byte[] pixels = sent.bytes(Tags.PixelData);
                boolean blanked = pixels[0] == 0;
                byte other = pixels[4 * COLUMNS];
                assertThat(other).isIn((byte) 100, (byte) 101, (byte) 103);
                assertThat(pixels[0]).isEqualTo(blanked ? 0 : other);
                assertThat(pixels[12 * COLUMNS + 12]).isEqualTo(blanked ? 0 : other);
                blankedImages += blanked ? 1 : 0;
            }
            assertThat(blankedImages).isEqualTo(1);
            assertThat(agent.reviews())
                    .extracting(QuarantineReview::decision)
                    .containsExactly("nothing", "0,0,all,4 10,10,5,5");
            assertThat(agent.reviews())
                    .allMatch(review -> review.reviewer().equals("Dr Look")
                            && review.rule().equals("ultrasound")
                            && review.siteRule().isEmpty());
            agent.retrieve(RetrieveQuery.everything(), temporary.resolve("out"), RetrieveListener.NONE);
            Files.delete(Path.of(agent.quarantine().get(0).file()));
        }
        assertThat(TestAgent.digests(temporary.resolve("out"))).isEqualTo(TestAgent.digests(source));
        try (Agent next = TestAgent.open(folder, centre.port())) {
            assertThat(archive(next).complete()).isTrue();
        }
    }

    @Test
    void oneDecisionForAllLikeItIsARuleOfTheSite() throws Exception {
        writeImage(0, "One");
        writeImage(1, "One");
        writeImage(3, "Two");
        try (Agent agent = TestAgent.open(folder, centre.port())) {
            archive(agent);

            QuarantineEntry first = agent.quarantine().stream()
                    .filter(entry -> entry.file().endsWith("image0"))
                    .findFirst()
                    .orElseThrow();
            Released released = agent.release(release(first, "0,0,all,4", Scope.ALL_LIKE_IT));

            assertThat(released).isEqualTo(new Released(2, "site-1"));
            awaitConfirmed(agent, 2);
            assertThat(agent.quarantine()).hasSize(1);
            writeImage(5, "One");
            assertThat(archive(agent).instances().confirmed()).isEqualTo(3);
            assertThat(agent.reviews())
                    .hasSize(2)
                    .allMatch(review -> review.siteRule().equals("site-1"));
        }
        assertThat(Files.readString(folder.resolve("pixel-rules.yaml")))
                .contains("\"ACME ?\"", "rows: 20", "[0, 0, all, 4]", "Dr Look");
        writeImage(6, "One");
        try (Agent next = TestAgent.open(folder, centre.port())) {
            assertThat(archive(next).instances().confirmed()).isEqualTo(4);
            writeImage(7, "Two");
            archive(next);
            assertThat(next.quarantine()).hasSize(2);
            assertThat(next.release(release(next.quarantine().get(0), "nothing", Scope.ALL_LIKE_IT)))
                    .isEqualTo(new Released(2, "site-2"));
            awaitConfirmed(next, 6);
        }
    }

    @Test
    void aDecisionThatCannotHoldChangesNothing() throws Exception {
        writeImage(0, "One");
        Files.writeString(source.resolve("note.txt"), "text");
        try (Agent agent = TestAgent.open(folder, centre.port())) {
            archive(agent);
            for (QuarantineEntry entry : agent.quarantine()) {
                boolean image = entry.code() == ErrorCode.IDENTITY_AT_RISK;
                assertUsage(agent, release(entry, image ? "30,0,4,4" : "nothing", Scope.THIS_IMAGE));
                assertUsage(agent, release(entry, "0,0,4", Scope.THIS_IMAGE));
            }
            assertThat(agent.quarantine()).hasSize(2);
            assertThat(agent.reviews()).isEmpty();
            assertThat(folder.resolve("pixel-rules.yaml")).doesNotExist();
        }
        assertThatThrownBy(() -> new Release(1, "nothing", Scope.THIS_IMAGE, " "))
                .isInstanceOf(SymbolonException.class);
    }

    @Test
    void commandsShowAndReleaseWithoutAKey() throws Exception {
        writeImage(0, "One");
        run("archive", source.toString());

        String shown = run("quarantine", "show", "1", "--blank", "0,0,all,4");
        Path picture = folder.resolve("quarantine/pictures/1-1.png");
        assertThat(shown).startsWith("0 ").contains("model: One", "picture: " + picture);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(picture)))
                .isEqualTo("rw-------");
        var drawn = ImageIO.read(picture.toFile());
        assertThat(drawn.getWidth()).isEqualTo(COLUMNS);
        assertThat(drawn.getRGB(0, 0) & 0xFFFFFF).isZero();
        assertThat(drawn.getRGB(COLUMNS - 1, 4) & 0xFFFFFF).isNotZero();

        assertThat(run("quarantine", "release", "1")).startsWith("2 ");
        assertThat(run("quarantine", "release", "1", "--nothing-to-hide", "--by", "Dr Look"))
                .startsWith("0 ")
                .contains("Released: 1");
        assertThat(picture).doesNotExist();
        assertThat(run("quarantine", "reviews")).contains("Dr Look", "ultrasound: nothing");
        assertThat(run("quarantine", "reviews", "--json")).contains("\"decision\":\"nothing\"");
        assertThat(run("quarantine")).contains("empty");
        assertThat(run("archive", source.toString())).startsWith("0 ");
    }

    private static Release release(QuarantineEntry entry, String decision, Scope scope) {
        return new Release(entry.id(), decision, scope, "Dr Look");
    }

    private static void assertUsage(Agent agent, Release release) {
        assertThatThrownBy(() -> agent.release(release))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE));
    }

    private String run(String... arguments) {
        StringWriter out = new StringWriter();
        List<String> all = new ArrayList<>(List.of(arguments));
        boolean needsKey = arguments[0].equals("archive");
        all.addAll(List.of("--data-dir", folder.toString(), "-D", "source=clinic", "-D", "data-centre.tls=false"));
        all.addAll(List.of("-D", "data-centre.port=" + centre.port()));
        if (needsKey) {
            all.addAll(List.of("--password-file", passwordFile.toString()));
        }
        int code = new CommandLine(new AgentCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(all.toArray(String[]::new));
        return code + " " + out;
    }
}
