package org.symbolon.deidentification.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.symbolon.crosswalk.IdentityHalf;
import org.symbolon.deidentification.DeidentifiedObject;
import org.symbolon.deidentification.Durability;
import org.symbolon.deidentification.Hospital;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.DataSetReader;
import org.symbolon.dicom.DataSetWriter;
import org.symbolon.dicom.DataSetWriter.SequenceLengths;
import org.symbolon.dicom.DicomFile;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.ReaderOptions;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;
import org.symbolon.record.PlaceType;
import org.symbolon.record.RecordOptions;
import org.symbolon.record.RecordReader;

class RecordDeidentifierTest {
    private static final String[] RECORD = {
        "PATIENT_NAME=Kowalska",
        "PATIENT_NAME=Anna",
        "PATIENT_IDENTIFIER=WCPT0042",
        "PATIENT_IDENTIFIER=51041712341",
        "BIRTH_DATE=1951-04-17",
        "RECORD_IDENTIFIER=MSG-1",
        "ACCESSION_NUMBER=ACC12345",
        "VISIT_NUMBER=V2019003",
        "VISIT_NUMBER=V2018117",
        "DICOM_UID=1.2.826.0.1.3680043.10.1999.1",
        "DATE=20190312",
        "DATE=soon",
        "VALUE=C34.1",
        "VALUE=WCPT0042",
        "NARRATIVE=Guz u Kowalskiej,\\nbez przerzut\u00F3w.",
        "ORGANISATION_NAME=Oddzia\u0142 3",
        "UNKNOWN=anything",
        "REMOVABLE=Kowalska once more",
        "ATTACHMENT=AAAA"
    };

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Hospital hospital;

    @BeforeAll
    static void open() throws IOException {
        hospital = new Hospital(folder);
    }

    @AfterAll
    static void close() {
        hospital.close();
    }

    private static RecordDeidentifier toy() {
        return new RecordDeidentifier(hospital.crosswalk(), RecordDeidentifierOptions.of("clinic"), ToyFormat::read);
    }

    @Test
    void everyKindOfPlaceIsTreatedByItsRule() {
        DeidentifiedRecord record = toy().deidentify(ToyFormat.write(RECORD));
        List<String> lines = text(record).lines().toList();
        int days = hospital.shiftOf(record.identityHalf().patientPseudonym());

        assertThat(lines)
                .contains("PATIENT_NAME=", "PATIENT_IDENTIFIER=", "VALUE=C34.1", "VALUE=", "ORGANISATION_NAME=");
        assertThat(lines).contains("PATIENT_IDENTIFIER=" + record.identityHalf().patientPseudonym());
        assertThat(lines)
                .contains(
                        "NARRATIVE=Guz u [name],\\nbez przerzut\u00F3w.", "UNKNOWN=[removed]", "DATE=", "ATTACHMENT=");
        assertThat(lines).contains("BIRTH_DATE=" + LocalDate.of(1951, 4, 17).plusDays(days));
        assertThat(text(record))
                .doesNotContain("Kowalsk", "WCPT0042", "5104171", "ACC12345", "V2019003", "1999.1", "MSG-1");
    }

    @Test
    void theRecordComesBackByteForByte() throws IOException {
        byte[] original = ToyFormat.write(RECORD);
        DeidentifiedRecord record = toy().deidentify(original);
        hospital.crosswalk().commit(record.identityHalf());
        IdentityHalf stored =
                hospital.crosswalk().halves(record.identityHalf().key()).get(0);
        Path out = folder.resolve("back.txt");

        new RecordReidentifier().personalise(record.content(), stored, out, Durability.WHEN_CONVENIENT);

        assertThat(out).hasBinaryContent(original);
        assertThat(hospital.crosswalk().byAccession("ACC12345")).contains(stored.key());
        assertThat(hospital.crosswalk().byVisit("V2018117")).contains(stored.key());
    }

    @Test
    void theSameRecordGivesTheSameBytes() {
        DeidentifiedRecord one = toy().deidentify(ToyFormat.write(RECORD));
        DeidentifiedRecord other = toy().deidentify(ToyFormat.write(RECORD));

        assertThat(one.content()).isEqualTo(other.content());
        assertThat(one.documentId()).isEqualTo(other.documentId()).matches("[0-9a-f]{32}");
        assertThat(one.identityHalf()).isEqualTo(other.identityHalf());
    }

    @Test
    void aRecordWithoutAnIdIsNamedByItsContent() {
        DeidentifiedRecord record = toy().deidentify(ToyFormat.write("PATIENT_IDENTIFIER=WCPT0042", "VALUE=1"));

        assertThat(record.documentId()).isEqualTo(record.sha256()).hasSize(64);
    }

    @Test
    void visitsOfTwoRecordsMakeAChain() {
        String first = text(toy().deidentify(ToyFormat.write("PATIENT_IDENTIFIER=WCPT0042", "VISIT_NUMBER=V2018117")));
        String second = text(toy().deidentify(ToyFormat.write(RECORD)));
        String pseudonym = first.lines()
                .filter(line -> line.startsWith("VISIT"))
                .findFirst()
                .orElseThrow();

        assertThat(second.lines().filter(line -> line.startsWith("VISIT")).toList())
                .element(1)
                .isEqualTo(pseudonym);
    }

    @Test
    void anOverlookedNameIsNoticed() {
        byte[] original = ToyFormat.write("PATIENT_NAME=Kowalska", "PATIENT_IDENTIFIER=WCPT0042", "junk Kowalska junk");

        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> toy().deidentify(original))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.IDENTITY_AT_RISK))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContainIgnoringCase("kowalsk"));
    }

    @Test
    void limitsHold() throws IOException {
        byte[] original = ToyFormat.write(RECORD);
        Path file = Files.write(folder.resolve("record.txt"), original);
        RecordDeidentifierOptions options = RecordDeidentifierOptions.of("clinic");

        assertLimit(options.withMaxIdentityHalfBytes(20), file);
        assertLimit(options.withReading(RecordOptions.defaults().withMaxBytes(original.length - 1)), file);
        assertThat(new RecordDeidentifier(
                                hospital.crosswalk(),
                                options.withReading(RecordOptions.defaults().withMaxBytes(original.length)),
                                ToyFormat::read)
                        .deidentify(file)
                        .format())
                .isNotNull();
    }

    private static void assertLimit(RecordDeidentifierOptions options, Path file) {
        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(
                        () -> new RecordDeidentifier(hospital.crosswalk(), options, ToyFormat::read).deidentify(file))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_EXCEEDED));
    }

    @Test
    void halvesThatDoNotBelongTogetherAreNoticed() {
        DeidentifiedRecord record = toy().deidentify(ToyFormat.write(RECORD));
        byte[] changed = record.content().clone();
        changed[changed.length / 2] ^= 1;
        IdentityHalf half = record.identityHalf();
        byte[] content = half.content().clone();
        content[content.length - 1] ^= 1;
        IdentityHalf damaged =
                new IdentityHalf(half.patientPseudonym(), half.key(), half.originalSha256(), content, "", "", "", "");

        assertRefused(changed, half, ErrorCode.HALVES_DO_NOT_MATCH);
        assertRefused(record.content(), damaged, ErrorCode.DAMAGED);
    }

    private static void assertRefused(byte[] anonymous, IdentityHalf half, ErrorCode code) {
        assertThatExceptionOfType(SymbolonException.class)
                .isThrownBy(() -> new RecordReidentifier().personalise(anonymous, half))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void removedValuesAreListed() {
        IdentityHalf half = toy().deidentify(ToyFormat.write(RECORD)).identityHalf();

        assertThat(RecordReidentifier.removedValues(half))
                .contains("Kowalska", "Anna", "WCPT0042", "1951-04-17", "Kowalskiej", "V2019003", "Oddzia\u0142 3")
                .doesNotContain("20190312", "anything");
        Map<PlaceType, Long> kinds = RecordReidentifier.removed(half).stream()
                .collect(Collectors.groupingBy(RemovedValue::type, Collectors.counting()));
        assertThat(kinds).containsEntry(PlaceType.REMOVABLE, 1L).containsEntry(PlaceType.DATE, 2L);
    }

    @Test
    void aMessageAndAnImageOfOnePersonAgree() throws IOException {
        DataSet image = new DataSet();
        image.putString(Tags.SOPClassUID, Uids.CTImageStorage);
        image.putString(Tags.SOPInstanceUID, "1.2.826.0.1.3680043.10.1999.3");
        image.putString(Tags.AccessionNumber, "ACC12345");
        image.putString(Tags.PatientName, "KOWALSKA^ANNA");
        image.putString(Tags.PatientID, "WCPT0042");
        image.putString(Tags.PatientBirthDate, "19510417");
        image.putString(Tags.PatientSex, "F");
        image.putString(Tags.StudyInstanceUID, "1.2.826.0.1.3680043.10.1999.1");
        image.putString(Tags.SeriesInstanceUID, "1.2.826.0.1.3680043.10.1999.2");
        Path file = write(folder.resolve("image.dcm"), image);
        String message = "MSH|^~\\&|HIS|WCPT|AGENT|WCPT|20190312103000||ORU^R01^ORU_R01|77|P|2.5\r"
                + "PID|1||WCPT0042^^^^MR||Kowalska^Anna||19510417|F\r"
                + "PV1|1|I|||||||||||||||||V2019003\r"
                + "OBR|1|ACC12345|ACC12345|71260^CT chest^C4|||20190312|||||||||||ACC12345||||||CT|F\r"
                + "OBX|1|TX|24627-2^CT^LN||Pani Kowalska, lat 67. Guz p\u0142uca.||||||F\r";
        RecordDeidentifier deidentifier =
                new RecordDeidentifier(hospital.crosswalk(), RecordDeidentifierOptions.of("clinic"));

        DeidentifiedRecord record = deidentifier.deidentify(message.getBytes(StandardCharsets.UTF_8));
        var anonymous = new RecordReader(RecordOptions.defaults()).read(record.content());

        Path out = folder.resolve("anonymous.dcm");
        try (DeidentifiedObject object = hospital.deidentifier("archive").deidentify(file)) {
            object.writeFile(out, Durability.WHEN_CONVENIENT);
        }
        DataSet parted;
        try (DataSetReader reader = DicomFile.open(out).reader(ReaderOptions.defaults())) {
            parted = DataSet.read(reader);
        }
        assertThat(anonymous.identity().patientId()).isEqualTo(parted.string(Tags.PatientID));
        assertThat(anonymous.identity().accessionNumbers()).contains(parted.string(Tags.AccessionNumber));
        assertThat(text(record)).contains("Pani [name], lat 67.").doesNotContain("V2019003");
    }

    private static Path write(Path file, DataSet object) throws IOException {
        TransferSyntax syntax = TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(Part10Writer.fileMeta(
                    Uids.CTImageStorage, String.valueOf(object.string(Tags.SOPInstanceUID)), syntax, null));
            new DataSetWriter(out, syntax, SequenceLengths.UNDEFINED).write(object);
        }
        return file;
    }

    private static String text(DeidentifiedRecord record) {
        return new String(record.content(), StandardCharsets.UTF_8);
    }
}
