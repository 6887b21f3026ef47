package org.symbolon.deidentification.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.symbolon.deidentification.pixels.PixelDecision.Blank;
import org.symbolon.deidentification.pixels.PixelDecision.Untouched;
import org.symbolon.dicom.DataSet;
import org.symbolon.dicom.Part10Writer;
import org.symbolon.dicom.Tags;
import org.symbolon.dicom.TransferSyntax;
import org.symbolon.dicom.Uids;
import org.symbolon.dicom.Vr;
import org.symbolon.dicom.image.Blanking.CellBits;
import org.symbolon.dicom.image.Rectangle;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class PixelReviewTest {
    private static final String DIGEST = "0123456789abcdef".repeat(4);

    @TempDir
    private Path folder;

    @Test
    void textAndReviewAreTheSame() {
        PixelReview review = PixelReview.parse(" 0,0,ALL,60   7,8,9,10 ");

        assertThat(review.rectangles())
                .containsExactly(new Rectangle(0, 0, Rectangle.MAX_EDGE, 60), new Rectangle(7, 8, 9, 10));
        assertThat(review.text()).isEqualTo("0,0,all,60 7,8,9,10");
        assertThat(PixelReview.parse(review.text())).isEqualTo(review);
        assertThat(PixelReview.parse("nothing")).isEqualTo(PixelReview.NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "none", "0,0,4", "0,0,0,4", "-1,0,4,4", "0,0,4,65536", "0,0,4,4 x", "all,0,4,4"})
    void anythingElseIsNoReview(String text) {
        assertThatThrownBy(() -> PixelReview.parse(text))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.USAGE));
    }

    @Test
    void aListSaysWhatWasDecided() throws IOException {
        Path file = Files.writeString(
                folder.resolve("list"),
                "# who looked\n" + DIGEST + " nothing # Dr Look\n\n" + "F".repeat(64) + "\t0,0,all,60 1,2,3,4\n");

        ReviewedList list = ReviewedList.load(file);

        assertThat(list.of(DIGEST)).contains(PixelReview.NOTHING);
        assertThat(list.of("f".repeat(64))).contains(PixelReview.parse("0,0,all,60 1,2,3,4"));
        assertThat(list.of("0".repeat(64))).isEmpty();
    }

    @Test
    void allThatIsWrongInAListIsSaidWithLines() throws IOException {
        Path file = Files.writeString(
                folder.resolve("list"),
                DIGEST + " nothing\n" + DIGEST + " 0,0,1,1\nabc nothing\n" + "1".repeat(64) + " everything\n");

        assertThatThrownBy(() -> ReviewedList.load(file)).isInstanceOfSatisfying(SymbolonException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.CONFIGURATION);
            assertThat(e.getMessage()).contains("2", "3", "4", "earlier line");
        });
    }

    @Test
    void aReviewDecidesButOverlaysInThePixelsGoAllTheSame() {
        PixelRules rules = PixelRules.builtIn();
        Facts plain = Facts.of(Uids.SecondaryCaptureImageStorage, Tags.Modality, "OT");
        Facts overlay = Facts.of(Uids.SecondaryCaptureImageStorage, Tags.Modality, "OT", 0x60000102, "12");

        assertThat(rules.decide(plain, PixelReview.NOTHING)).isInstanceOf(Untouched.class);
        assertThat(rules.decide(plain, PixelReview.parse("0,0,1,1")))
                .isEqualTo(new Blank("reviewed", List.of(new Rectangle(0, 0, 1, 1))));
        assertThat(rules.decide(overlay, PixelReview.NOTHING))
                .isInstanceOfSatisfying(
                        Blank.class, blank -> assertThat(blank.area().bits()).isEqualTo(CellBits.CLEAR));
    }

    @Test
    void rulesOfASiteStandBehindThoseThatGoOn() throws IOException {
        SiteRules site = new SiteRules(folder.resolve("site.yaml"));
        DoubtfulObject capture = object("ACME", "Station", "");
        assertThat(site.over(PixelRules.builtIn())).isSameAs(PixelRules.builtIn());

        assertThat(site.add(capture, PixelReview.parse("0,0,all,9"), "Dr \"Look\""))
                .isEqualTo("site-1");
        assertThat(site.add(capture, PixelReview.parse("0,0,all,9"), "again")).isEqualTo("site-1");

        PixelRules rules = site.over(PixelRules.builtIn());
        assertThat(rules.decide(capture))
                .isInstanceOfSatisfying(
                        Blank.class, blank -> assertThat(blank.rule()).isEqualTo("site-1"));
        assertThat(rules.decide(object("ACME", "Other", "")).rule()).isNotEqualTo("site-1");
        assertThat(site.deciding(capture)).contains("site-1");
        assertCode(ErrorCode.CONFIGURATION, () -> site.add(capture, PixelReview.NOTHING, "otherwise"));
        assertCode(ErrorCode.USAGE, () -> site.add(object("ACME", "", ""), PixelReview.NOTHING, "no model"));
        assertCode(ErrorCode.USAGE, () -> site.add(object("ACME", "Says", "YES"), PixelReview.NOTHING, "says text"));
    }

    @Test
    void aFileThatPeopleWroteIsExtended() throws IOException {
        Path file = Files.writeString(
                folder.resolve("site.yaml"),
                "# ours\nrules:\n- name: site-2\n  when: {modality: US, model: X}\n  do: leave");
        SiteRules site = new SiteRules(file);

        assertThat(site.add(object("ACME", "Station", ""), PixelReview.NOTHING, "note"))
                .isEqualTo("site-3");

        assertThat(Files.readString(file)).startsWith("# ours\n").contains("- name: site-3\n  when: {");
        assertThat(PixelRules.load(file).size()).isEqualTo(2);
    }

    private static void assertCode(ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private DoubtfulObject object(String manufacturer, String model, String burnedIn) throws IOException {
        DataSet set = new DataSet()
                .putString(Tags.SOPClassUID, Uids.SecondaryCaptureImageStorage)
                .putString(Tags.SOPInstanceUID, "2.25.1")
                .putString(Tags.ImageType, "DERIVED\\SECONDARY")
                .putString(Tags.Modality, "OT")
                .putString(Tags.Manufacturer, manufacturer)
                .putString(Tags.ManufacturerModelName, model)
                .putString(Tags.BurnedInAnnotation, burnedIn)
                .putInts(Tags.Rows, Vr.US, 20)
                .putInts(Tags.Columns, Vr.US, 30);
        Path file = Files.createTempFile(folder, "object", ".dcm");
        Part10Writer.write(file, set, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
        return DoubtfulObject.open(file, PixelRules.builtIn().neededFacts());
    }
}
