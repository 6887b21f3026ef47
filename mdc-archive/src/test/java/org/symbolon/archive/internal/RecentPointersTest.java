package org.symbolon.archive.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.symbolon.model.OrganisationId;

class RecentPointersTest {
    private static final SeriesSummary SUMMARY = new SeriesSummary("1", "A", "P", "CT", "1");

    @Test
    void forgetsTheLeastRecentlyUsedBeyondItsCapacity() {
        RecentPointers pointers = new RecentPointers(2);
        pointers.add(pointer("1"));
        pointers.add(pointer("2"));
        assertThat(pointers.contains(pointer("1"))).isTrue();
        pointers.add(pointer("3"));
        assertThat(pointers.contains(pointer("1"))).isTrue();
        assertThat(pointers.contains(pointer("2"))).isFalse();
        assertThat(pointers.contains(pointer("3"))).isTrue();
    }

    @Test
    void anotherSummaryIsAnotherPointer() {
        RecentPointers pointers = new RecentPointers(2);
        pointers.add(pointer("1"));
        SeriesSummary other = new SeriesSummary("1", "B", "P", "CT", "1");
        assertThat(pointers.contains(new RecentPointers.Pointer(
                        IndexTable.STUDIES, new OrganisationId("hospital"), "1", "1.1", other)))
                .isFalse();
    }

    private static RecentPointers.Pointer pointer(String study) {
        return new RecentPointers.Pointer(IndexTable.STUDIES, new OrganisationId("hospital"), study, "1.1", SUMMARY);
    }
}
