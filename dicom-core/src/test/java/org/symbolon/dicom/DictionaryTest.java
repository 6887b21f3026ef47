package org.symbolon.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DictionaryTest {
    private final Dictionary dictionary = Dictionary.standard();

    @Test
    void knowsTheStandard() {
        assertThat(dictionary.vr(Tags.PatientName)).isEqualTo(Vr.PN);
        assertThat(dictionary.keyword(0x00100010)).isEqualTo("PatientName");
        assertThat(dictionary.multiplicity(Tags.ImageType)).isEqualTo("2-n");
        assertThat(dictionary.vr(Tags.PixelData)).isEqualTo(Vr.OW);
        assertThat(dictionary.vr(Tags.SmallestImagePixelValue)).isEqualTo(Vr.US);
        assertThat(dictionary.isRetired(Tags.OtherPatientIDs)).isTrue();
        assertThat(dictionary.isRetired(Tags.PatientID)).isFalse();
        assertThat(dictionary.vr(0x00080003)).isEqualTo(Vr.UN);
        assertThat(dictionary.keyword(0x00080003)).isEmpty();
    }

    @Test
    void knowsRepeatingGroups() {
        assertThat(Tags.OverlayData).isEqualTo(0x60003000);
        assertThat(dictionary.keyword(0x60023000)).isEqualTo("OverlayData");
        assertThat(dictionary.vr(0x601E0010)).isEqualTo(Vr.US);
        assertThat(dictionary.keyword(0x002031AB)).isEqualTo("SourceImageIDs");
        assertThat(dictionary.vr(0x60013000)).isEqualTo(Vr.UN);
    }

    @Test
    void knowsGroupLengthsAndPrivateElements() {
        assertThat(dictionary.vr(0x00180000)).isEqualTo(Vr.UL);
        assertThat(dictionary.vr(0x00290010)).isEqualTo(Vr.LO);
        assertThat(dictionary.vr(0x00291010)).isEqualTo(Vr.UN);
        assertThat(dictionary.vr(0x00291010, "SIEMENS CSA HEADER")).isEqualTo(Vr.OB);
        assertThat(dictionary.vr(0x00291110, "SIEMENS CSA HEADER")).isEqualTo(Vr.OB);
        assertThat(dictionary.vr(0x00291010, "NOBODY")).isEqualTo(Vr.UN);
        assertThat(dictionary.keyword(0x00291010, "SIEMENS CSA HEADER")).isNotEmpty();
    }

    @Test
    void knowsUids() {
        assertThat(dictionary.uidName(Uids.CTImageStorage)).isEqualTo("CT Image Storage");
        assertThat(dictionary.uidType(Uids.CTImageStorage)).isEqualTo("SOP Class");
        assertThat(dictionary.uidName("1.2.3")).isEmpty();
    }

    @Test
    void findsUidsByTheirKeywords() throws IllegalAccessException {
        for (Field field : Uids.class.getFields()) {
            assertThat(dictionary.uid(field.getName())).hasValue((String) field.get(null));
            assertThat(dictionary.uidKeyword((String) field.get(null))).isEqualTo(field.getName());
        }
        assertThat(dictionary.uid("NoSuchKeyword")).isEmpty();
        assertThat(dictionary.isUidRetired(Uids.ExplicitVRBigEndian)).isTrue();
        assertThat(dictionary.isUidRetired(Uids.CTImageStorage)).isFalse();
    }

    @Test
    void readsEveryValueMultiplicity() throws IllegalAccessException {
        for (Field field : Tags.class.getFields()) {
            assertThat(dictionary.valueMultiplicity(field.getInt(null))).isNotNull();
        }
        assertThat(dictionary.valueMultiplicity(Tags.ImageType))
                .isEqualTo(new ValueMultiplicity(2, ValueMultiplicity.UNLIMITED, 1));
        assertThat(ValueMultiplicity.parse("2-2n").allows(3)).isFalse();
        assertThat(ValueMultiplicity.parse("2-2n").allows(4)).isTrue();
        assertThat(ValueMultiplicity.parse("1-3").allows(4)).isFalse();
        assertThat(ValueMultiplicity.parse("1").allows(0)).isFalse();
        assertThat(dictionary.mayBe(Tags.SmallestImagePixelValue, Vr.SS)).isTrue();
        assertThat(dictionary.mayBe(Tags.Rows, Vr.SS)).isFalse();
    }

    @Test
    void everyKeywordHasItsTag() throws IllegalAccessException {
        int count = 0;
        for (Field field : Tags.class.getFields()) {
            assertThat(dictionary.tag(field.getName())).hasValue(field.getInt(null));
            count++;
        }
        assertThat(count).isGreaterThan(5000);
        assertThat(dictionary.tag("NoSuchKeyword")).isEmpty();
    }

    @Test
    void parsesTags() {
        assertThat(Tag.parse("(0010,0010)")).isEqualTo(Tags.PatientName);
        assertThat(Tag.parse("7fe00010")).isEqualTo(Tags.PixelData);
        assertThat(Tag.parse(" PatientName ")).isEqualTo(Tags.PatientName);
        assertThat(Tag.parse("FFFEE000")).isEqualTo(Tag.Item);
        assertThat(Tag.parse(Tag.format(0xABCDEF01))).isEqualTo(0xABCDEF01);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(0010;0010)", "(0010,001)", "0010001", "(001g,0010)", "Nobody", "-0100010"})
    void refusesWhatIsNoTag(String text) {
        assertThatThrownBy(() -> Tag.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesTagsApart() {
        assertThat(Tag.of(0xFFFE, 0xE000)).isEqualTo(Tag.Item);
        assertThat(Tag.group(Tag.Item)).isEqualTo(0xFFFE);
        assertThat(Tag.element(Tag.Item)).isEqualTo(0xE000);
        assertThat(Tag.isPrivate(0x00091001)).isTrue();
        assertThat(Tag.isPrivateCreator(0x00090010)).isTrue();
        assertThat(Tag.isPrivateCreator(0x00090100)).isFalse();
        assertThat(Tag.isPrivateCreator(0x00080010)).isFalse();
        assertThat(Tag.creatorOf(0x00291110)).isEqualTo(0x00290011);
    }

    @ParameterizedTest
    @EnumSource(Vr.class)
    void everyVrIsFoundByItsLetters(Vr vr) {
        assertThat(Vr.of(vr.code())).isEqualTo(vr);
    }

    @Test
    void knowsTheHeadersOfVrs() {
        assertThat(Vr.of('Z' << 8 | 'Z')).isNull();
        assertThat(Vr.of(0)).isNull();
        assertThat(Vr.values())
                .filteredOn(Vr::hasLongLength)
                .containsExactlyInAnyOrder(
                        Vr.OB, Vr.OD, Vr.OF, Vr.OL, Vr.OV, Vr.OW, Vr.SQ, Vr.SV, Vr.UC, Vr.UN, Vr.UR, Vr.UT, Vr.UV);
        assertThat(Vr.values())
                .filteredOn(Vr::usesSpecificCharacterSet)
                .containsExactlyInAnyOrder(Vr.LO, Vr.LT, Vr.PN, Vr.SH, Vr.ST, Vr.UC, Vr.UT);
        assertThat(Vr.UI.padding()).isZero();
        assertThat(Vr.LO.padding()).isEqualTo((byte) ' ');
        assertThat(Vr.OB.padding()).isZero();
    }

    @Test
    void knowsTransferSyntaxes() {
        assertThat(TransferSyntax.of("1.2.3")).isNull();
        TransferSyntax implicit = TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
        assertThat(implicit.explicitVr() || implicit.bigEndian() || implicit.encapsulated())
                .isFalse();
        assertThat(TransferSyntax.EXPLICIT_VR_BIG_ENDIAN.bigEndian()).isTrue();
        assertThat(TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN.deflated()).isTrue();
        assertThat(TransferSyntax.RLE_LOSSLESS.encapsulated()).isTrue();
        assertThat(TransferSyntax.JPEG_BASELINE.name()).startsWith("JPEG Baseline");
    }
}
