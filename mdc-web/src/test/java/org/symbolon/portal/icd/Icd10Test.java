package org.symbolon.portal.icd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Icd10Test {
    private final Icd10 icd = Icd10.standard();

    @Test
    void everyCategoryWithATitleHasItsChapterAndBlock() {
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            for (int number = 0; number < 100; number++) {
                String category = letter + (number < 10 ? "0" : "") + number;
                if (icd.title(new IcdCode(category)).isPresent()) {
                    assertThat(icd.chapter(category)).as(category).isPresent();
                    assertThat(icd.block(category)).as(category).isPresent();
                }
            }
        }
    }

    @Test
    void readsCodesAsRecordsWriteThem() {
        assertThat(IcdCode.parse("c34.1").map(IcdCode::display)).contains("C34.1");
        assertThat(IcdCode.parse("C3411").map(IcdCode::display)).contains("C34.11");
        assertThat(IcdCode.parse("M01.0*").map(IcdCode::display)).contains("M01.0");
        assertThat(IcdCode.parse("254637007")).isEmpty();
        assertThat(IcdCode.parse("C30-C39")).isEmpty();
        assertThat(IcdCode.parse("")).isEmpty();
    }

    @Test
    void titlesComeFromTheClassificationThenFromRecordsThenFromAbove() {
        DiseaseTree tree = new DiseaseTree(icd, List.of(), Map.of("C3411", "Upper lobe, right"));

        assertThat(tree.title(new IcdCode("C34"))).isEqualTo("Malignant neoplasm of bronchus and lung");
        assertThat(tree.title(new IcdCode("C3411"))).isEqualTo("Upper lobe, right");
        assertThat(tree.title(new IcdCode("C3412"))).isEqualTo(tree.title(new IcdCode("C341")));
    }

    @Test
    void longCodesHangUnderTheShorterOnes() {
        DiseaseTree tree = new DiseaseTree(
                icd,
                List.of(List.of(new IcdCode("C3411")), List.of(new IcdCode("C341"), new IcdCode("C34"))),
                Map.of());
        Disease lung = tree.code(new IcdCode("C34"));

        assertThat(lung.cases()).isEqualTo(2);
        assertThat(lung.children()).extracting(Disease::code).containsExactly("C34.1");
        assertThat(lung.children().get(0).children()).extracting(Disease::code).containsExactly("C34.11");
    }
}
