package org.symbolon.deidentification.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.symbolon.deidentification.pixels.PixelDecision.Area;
import org.symbolon.deidentification.pixels.PixelDecision.Blank;
import org.symbolon.deidentification.pixels.PixelDecision.Doubtful;
import org.symbolon.deidentification.pixels.PixelDecision.Untouched;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.image.Blanking.CellBits;
import org.symbolon.dicom.image.Rectangle;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class PixelRulesTest {
    private static final String CT = Uids.CTImageStorage;
    private static final String US = Uids.UltrasoundImageStorage;
    private static final String SC = Uids.SecondaryCaptureImageStorage;

    @TempDir
    private Path folder;

    static Stream<Arguments> decisions() {
        return Stream.of(
                Arguments.of(
                        Untouched.class,
                        "otherwise",
                        Facts.of(CT, Tags.Modality, "CT", Tags.ImageType, "ORIGINAL\\PRIMARY\\AXIAL")),
                Arguments.of(
                        Untouched.class,
                        "otherwise",
                        Facts.of(CT, Tags.Modality, "CT", Tags.ImageType, "DERIVED\\SECONDARY\\MPR")),
                Arguments.of(
                        Untouched.class,
                        "otherwise",
                        Facts.of(Uids.RTDoseStorage, Tags.Modality, "RTDOSE", Tags.SeriesDescription, "plan")),
                Arguments.of(
                        Doubtful.class,
                        "encapsulated-document",
                        Facts.of(Uids.EncapsulatedPDFStorage, Tags.Modality, "DOC")),
                Arguments.of(Doubtful.class, "encapsulated-document", Facts.of(Uids.EncapsulatedCDAStorage)),
                Arguments.of(
                        Doubtful.class,
                        "encapsulated-model",
                        Facts.of(Uids.EncapsulatedSTLStorage, Tags.BurnedInAnnotation, "NO")),
                Arguments.of(Doubtful.class, "video", Facts.of(Uids.VideoEndoscopicImageStorage)),
                Arguments.of(
                        Doubtful.class,
                        "slide-label",
                        Facts.of(
                                Uids.VLWholeSlideMicroscopyImageStorage,
                                Tags.ImageType,
                                "ORIGINAL\\PRIMARY\\LABEL\\NONE")),
                Arguments.of(
                        Untouched.class,
                        "otherwise",
                        Facts.of(
                                Uids.VLWholeSlideMicroscopyImageStorage,
                                Tags.ImageType,
                                "ORIGINAL\\PRIMARY\\VOLUME\\NONE")),
                Arguments.of(Doubtful.class, "secondary-capture", Facts.of(SC, Tags.Modality, "OT")),
                Arguments.of(
                        Doubtful.class,
                        "secondary-capture",
                        Facts.of(Uids.MultiFrameTrueColorSecondaryCaptureImageStorage)),
                Arguments.of(Doubtful.class, "secondary-capture", Facts.of(SC, Tags.BurnedInAnnotation, "NO")),
                Arguments.of(
                        Untouched.class,
                        "burned-in-annotation-no",
                        Facts.of(SC, Tags.ConversionType, "SYN", Tags.BurnedInAnnotation, "NO")),
                Arguments.of(Doubtful.class, "secondary-capture", Facts.of(SC, Tags.ConversionType, "SYN")),
                Arguments.of(
                        Doubtful.class,
                        "screen-capture",
                        Facts.of(
                                CT,
                                Tags.Rows,
                                600,
                                Tags.ImageType,
                                "DERIVED\\SECONDARY\\SCREEN SAVE",
                                Tags.BurnedInAnnotation,
                                "NO")),
                Arguments.of(Untouched.class, "too-small-to-read", Facts.of(SC, Tags.Rows, 12, Tags.Columns, 3)),
                Arguments.of(Doubtful.class, "secondary-capture", Facts.of(SC, Tags.Rows, 13, Tags.Columns, 3)),
                Arguments.of(
                        Doubtful.class,
                        "secondary-capture",
                        Facts.of(SC, Tags.Rows, 3, Tags.Columns, 3, Tags.BurnedInAnnotation, "YES")),
                Arguments.of(
                        Untouched.class,
                        "burned-in-annotation-no",
                        Facts.of(
                                Uids.DigitalMammographyXRayImageStorageForPresentation,
                                Tags.Modality,
                                "MG",
                                Tags.ConversionType,
                                "WSD",
                                Tags.BurnedInAnnotation,
                                "NO")),
                Arguments.of(
                        Doubtful.class,
                        "film-digitizer",
                        Facts.of(
                                Uids.ComputedRadiographyImageStorage,
                                Tags.Modality,
                                "CR",
                                Tags.Manufacturer,
                                "VIDAR Systems",
                                Tags.BurnedInAnnotation,
                                "NO")),
                Arguments.of(
                        Untouched.class,
                        "otherwise",
                        Facts.of(CT, Tags.Modality, "CT", Tags.ImageType, "ORIGINAL\\PRIMARY\\LOW_DOSE")),
                Arguments.of(
                        Doubtful.class, "scanned-document", Facts.of(CT, Tags.ConversionType, "DF", Tags.Rows, 900)),
                Arguments.of(
                        Doubtful.class,
                        "burned-in-annotation-yes",
                        Facts.of(Uids.MRImageStorage, Tags.BurnedInAnnotation, "YES")),
                Arguments.of(Doubtful.class, "other-modality", Facts.of(CT, Tags.Modality, "OT", Tags.Rows, 512)),
                Arguments.of(Untouched.class, "otherwise", Facts.of(Uids.RawDataStorage, Tags.Modality, "OT")),
                Arguments.of(
                        Doubtful.class,
                        "screen-capture",
                        Facts.of(CT, Tags.Rows, 512, Tags.ImageType, "DERIVED\\SECONDARY\\SCREEN SAVE")),
                Arguments.of(Doubtful.class, "conversion", Facts.of(CT, Tags.Rows, 512, Tags.ConversionType, "WSD")),
                Arguments.of(
                        Doubtful.class,
                        "dose-report",
                        Facts.of(
                                CT,
                                Tags.Rows,
                                600,
                                Tags.SeriesDescription,
                                "Dose Report",
                                Tags.BurnedInAnnotation,
                                "NO")),
                Arguments.of(
                        Doubtful.class,
                        "dose-report",
                        Facts.of(CT, Tags.Rows, 512, Tags.ImageType, "DERIVED\\SECONDARY\\OTHER\\CT_SOM5 PROT")),
                Arguments.of(
                        Doubtful.class,
                        "dose-report",
                        Facts.of(CT, Tags.Rows, 512, Tags.SeriesDescription, "Patient Protocol")),
                Arguments.of(Doubtful.class, "visible-light", Facts.of(Uids.VLPhotographicImageStorage)),
                Arguments.of(
                        Doubtful.class, "ophthalmic-photography", Facts.of(Uids.OphthalmicPhotography8BitImageStorage)),
                Arguments.of(
                        Blank.class,
                        "ct-ge-dose-report",
                        Facts.of(
                                CT,
                                Tags.Modality,
                                "CT",
                                Tags.Manufacturer,
                                "GE MEDICAL SYSTEMS",
                                Tags.Rows,
                                512,
                                Tags.Columns,
                                512,
                                Tags.SeriesDescription,
                                "Dose Report")),
                Arguments.of(
                        Blank.class,
                        "ct-siemens-patient-protocol",
                        Facts.of(
                                CT,
                                Tags.Modality,
                                "CT",
                                Tags.Manufacturer,
                                "SIEMENS",
                                Tags.Rows,
                                860,
                                Tags.Columns,
                                1132,
                                Tags.ImageType,
                                "DERIVED\\SECONDARY\\OTHER\\CT_SOM5 PROT")),
                Arguments.of(
                        Blank.class,
                        "dx-canon-cxdi-2592",
                        Facts.of(
                                Uids.ComputedRadiographyImageStorage,
                                Tags.Modality,
                                "CR",
                                Tags.Manufacturer,
                                "Canon Inc.",
                                Tags.ManufacturerModelName,
                                "CXDI-40G",
                                Tags.Rows,
                                2592,
                                Tags.Columns,
                                2208)),
                Arguments.of(Blank.class, "us-outside-regions", Facts.of(US, Tags.Modality, "US")));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decides(Class<? extends PixelDecision> kind, String rule, Facts facts) {
        PixelDecision decision = PixelRules.builtIn().decide(facts);

        assertThat(decision.rule()).isEqualTo(rule);
        assertThat(decision).isInstanceOf(kind);
    }

    @Test
    void ultrasoundWithoutRegionsAndWithoutARuleForItsDeviceIsDoubtful() {
        Blank blank =
                (Blank) PixelRules.builtIn().decide(Facts.of(US, Tags.Modality, "US", Tags.Manufacturer, "Nobody"));

        assertThat(blank.area().outsideUltrasoundRegions()).isTrue();
        assertThat(blank.otherwise()).isEqualTo(new Doubtful("ultrasound"));
    }

    @Test
    void bannerOfTheDeviceIsBlankedBesideTheRegions() {
        Blank blank = (Blank) PixelRules.builtIn()
                .decide(Facts.of(
                        US,
                        Tags.Modality,
                        "US",
                        Tags.Manufacturer,
                        "Philips Medical Systems",
                        Tags.ManufacturerModelName,
                        "iU22",
                        Tags.Rows,
                        600,
                        Tags.Columns,
                        800));

        Rectangle banner = new Rectangle(0, 0, Rectangle.MAX_EDGE, 59);
        assertThat(blank.area().rectangles()).containsExactly(banner);
        assertThat(blank.otherwise().rule()).isEqualTo("us-philips-iu22-ie33-600-800");
        assertThat(((Blank) blank.otherwise()).area().rectangles()).containsExactly(banner);
    }

    @Test
    void overlaysInPixelCellsAreClearedWhateverElseIsDone() {
        int position = 0x60020102;
        PixelRules rules = PixelRules.builtIn();

        Blank plain = (Blank) rules.decide(Facts.of(CT, Tags.Modality, "CT", position, 12));
        assertThat(plain.rule()).isEqualTo("overlay-in-pixels");
        assertThat(plain.area()).isEqualTo(new Area(List.of(), false, CellBits.CLEAR));
        assertThat(rules.decide(Facts.of(CT, Tags.Modality, "CT", position, 0))).isInstanceOf(Untouched.class);
        assertThat(rules.decide(Facts.of(SC, position, 12))).isEqualTo(new Doubtful("secondary-capture"));
        Blank ultrasound =
                (Blank) rules.decide(Facts.of(US, Tags.Modality, "US", position, 12, Tags.BurnedInAnnotation, "NO"));
        assertThat(ultrasound.area()).isEqualTo(new Area(List.of(), true, CellBits.CLEAR));
        assertThat(((Blank) ultrasound.otherwise()).area()).isEqualTo(new Area(List.of(), false, CellBits.CLEAR));
    }

    @Test
    void needsOnlyFactsOfTheTopLevelThatItsConditionsName() {
        assertThat(PixelRules.builtIn().neededFacts())
                .contains(Tags.Modality, Tags.Manufacturer, Tags.ImageType, Tags.BurnedInAnnotation, Tags.Rows)
                .doesNotContain(Tags.PatientName, Tags.PatientID);
    }

    @Test
    void shippedFileIsTheBuiltInOne() throws IOException {
        Path shipped =
                Path.of(System.getProperty("symbolon.repository.root", "..")).resolve("conf/pixel-rules.yaml");
        try (InputStream in = PixelRules.class.getResourceAsStream("pixel-rules.yaml")) {
            assertThat(Objects.requireNonNull(in).readAllBytes()).isEqualTo(Files.readAllBytes(shipped));
        }
        assertThat(PixelRules.load(shipped).neededFacts())
                .isEqualTo(PixelRules.builtIn().neededFacts());
    }

    @Test
    void rulesOfAFileStandInThePlaceOfTheBuiltInOnes() throws IOException {
        Path file = write("""
                otherwise: quarantine
                rules:
                  - name: ours
                    when:
                      - {modality: CT, rows: 100-600, sender: "PACS?"}
                      - {attribute: {StationName: "ROOM*", "(0018,1000)": ["1", "2"]}}
                    unless: {image-type: LOCALIZER}
                    do: leave
                """);
        PixelRules rules = PixelRules.load(file);

        assertThat(rules.decide(Facts.of(CT, Tags.Modality, "CT", Tags.Rows, 512)))
                .isEqualTo(new Untouched("ours"));
        assertThat(rules.decide(Facts.of(
                        CT, Tags.Modality, "CT", Tags.Rows, 512, Tags.ImageType, "ORIGINAL\\PRIMARY\\LOCALIZER")))
                .isEqualTo(new Doubtful("otherwise"));
        assertThat(rules.decide(Facts.of(CT, Tags.Modality, "CT", Tags.Rows, 601)))
                .isEqualTo(new Doubtful("otherwise"));
        assertThat(rules.decide(Facts.of(CT, Tags.StationName, "Room 7", Tags.DeviceSerialNumber, "2")))
                .isEqualTo(new Untouched("ours"));
    }

    @Test
    void namesEveryProblemWithItsLine() throws IOException {
        Path file = write("""
                otherwise: blank
                extra: 1
                rules:
                  - name: one
                    when: {modality: CT, colour: red}
                    do: blank
                  - name: one
                    when: {rows: many, sop-class: NoSuchStorage}
                    do: nothing
                  - when: {attribute: {NoSuchKeyword: "*"}}
                    do: leave
                    rectangles: [[0, 0, 5]]
                  - name: last
                    do: quarantine
                """);

        assertThatThrownBy(() -> PixelRules.load(file)).isInstanceOfSatisfying(SymbolonException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION);
            assertThat(e.getMessage())
                    .contains("line 1: 'otherwise'", "line 2: unknown key", "line 5: unknown condition 'colour'")
                    .contains("line 4: 'do: blank' needs", "line 7: the rule of line 4", "line 8: 'rows'")
                    .contains("line 8: 'NoSuchStorage'", "line 9: 'do'", "line 10: 'NoSuchKeyword'")
                    .contains("line 12: a rectangle is", "lacks 'when'");
        });
    }

    private Path write(String yaml) throws IOException {
        return Files.writeString(folder.resolve("rules.yaml"), yaml);
    }
}
