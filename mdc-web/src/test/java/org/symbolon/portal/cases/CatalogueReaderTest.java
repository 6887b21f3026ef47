package org.symbolon.portal.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.symbolon.portal.MemoryObjects;
import org.symbolon.portal.MemoryRecords;
import org.symbolon.portal.SampleCases;
import org.symbolon.portal.SampleChest;
import org.symbolon.portal.cases.CaseFilter.Facet;

class CatalogueReaderTest {
    private final MemoryObjects objects = new MemoryObjects();
    private final MemoryRecords records = new MemoryRecords();

    @BeforeEach
    void fill() throws IOException {
        SampleCases.store(records);
        new SampleChest("A-1001", "PX41", "2.25.1").store(objects, SampleCases.HOSPITAL, 1, 2);
    }

    @Test
    void documentsOfOneVisitAreOneCase() throws IOException {
        Catalogue catalogue = read(CatalogueLimits.defaults());

        assertThat(catalogue.documents()).isEqualTo(8);
        assertThat(catalogue.allCases()).isEqualTo(7);
        assertThat(catalogue.studies()).isEqualTo(1);
        CaseSummary lung = catalogue.cases().stream()
                .filter(each -> each.key().id().equals(SampleCases.LUNG_VISIT))
                .findFirst()
                .orElseThrow();
        assertThat(lung.modalities()).containsExactly("CT");
        assertThat(lung.ageBand().map(AgeBand::label)).contains("60-69");
        assertThat(lung.text()).contains("Spiculated mass", "adenocarcinoma");
    }

    @Test
    void newestComeFirst() throws IOException {
        assertThat(read(CatalogueLimits.defaults()).cases())
                .extracting(CaseSummary::date)
                .isSortedAccordingTo((a, b) -> b.compareTo(a));
    }

    @Test
    void facetsCountWhatTheOtherFiltersLeave() throws IOException {
        Catalogue catalogue = read(CatalogueLimits.defaults());
        CaseFilter women = new CaseFilter(codes -> true, "", "F", "", "");

        assertThat(catalogue.find(women)).hasSize(4);
        assertThat(catalogue.facets(women).get(Facet.SEX)).isEqualTo(Map.of("F", 4, "M", 3));
        assertThat(catalogue.facets(women).get(Facet.MODALITY)).isEmpty();
        assertThat(catalogue.facets(women).get(Facet.AGE_BAND)).containsEntry("90+", 1);
    }

    @Test
    void everyWordOfAQueryMustBeThere() throws IOException {
        Catalogue catalogue = read(CatalogueLimits.defaults());

        assertThat(catalogue.find(new CaseFilter(codes -> true, "", "", "", "SPICULATED welder")))
                .hasSize(1);
        assertThat(catalogue.find(new CaseFilter(codes -> true, "", "", "", "spiculated kaszel")))
                .isEmpty();
        assertThat(catalogue.find(new CaseFilter(codes -> true, "", "", "", "c34")))
                .hasSize(2);
    }

    @Test
    void casesBehindTheLimitAreCountedOnly() throws IOException {
        Catalogue catalogue = read(new CatalogueLimits(2, 100, 10, Duration.ZERO, Duration.ZERO));

        assertThat(catalogue.cases()).hasSize(2);
        assertThat(catalogue.documents()).isEqualTo(8);
        assertThat(catalogue.allCases()).isGreaterThan(2);
        assertThat(catalogue.cases()).allMatch(each -> each.text().length() <= 100);
    }

    @Test
    void treeCountsEachCaseOnceAtEveryLevel() throws IOException {
        var chapters = read(CatalogueLimits.defaults()).diseases().chapters();

        assertThat(chapters).hasSize(22);
        var neoplasms = chapters.get(1);
        assertThat(neoplasms.cases()).isEqualTo(2);
        var block = neoplasms.children().get(0);
        assertThat(block.code()).isEqualTo("C30-C39");
        assertThat(block.children()).extracting(each -> each.code()).containsExactly("C34");
        assertThat(block.children().get(0).children())
                .extracting(each -> each.code())
                .containsExactly("C34.1", "C34.3");
    }

    private Catalogue read(CatalogueLimits limits) throws IOException {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        return new CatalogueReader(objects, records, limits, clock).catalogue();
    }
}
