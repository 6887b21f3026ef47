package org.symbolon.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    @ParameterizedTest
    @ValueSource(strings = {"hbase", "tmp", "user", "hl7", "A", "a", "1a", "a/b", "..", "a b"})
    void refusesNamesThatAreNoOrganisation(String name) {
        assertThatThrownBy(() -> new OrganisationId(name)).isInstanceOf(SymbolonException.class);
    }

    @Test
    void archivePathIsOrganisationSeriesSop() {
        assertThat(new ArchivePath(new OrganisationId("vilnius"), "1.2", "1.2.3").toString())
                .isEqualTo("/vilnius/1.2/1.2.3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "1.", ".1", "1..2", "1.a", "../1", "1/2"})
    void refusesPathsThatAreNoUids(String uid) {
        assertThat(Uid.isUid(uid)).isFalse();
        assertThatThrownBy(() -> new ArchivePath(new OrganisationId("vilnius"), "1.2", uid))
                .isInstanceOf(SymbolonException.class);
    }

    @Test
    void uidMayHaveSixtyFourCharactersAndNoMore() {
        assertThat(Uid.isUid("1".repeat(64))).isTrue();
        assertThat(Uid.isUid("1".repeat(65))).isFalse();
    }

    @Test
    void secretDoesNotTell() {
        assertThat(Secret.of("hunter2").toString()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void everyCodeMapsToAFailureEverywhere(ErrorCode code) {
        assertThat(code.dimseStatus()).isBetween(0x0100, 0xCFFF);
        assertThat(code.httpStatus()).isBetween(400, 599);
        assertThat(code.exitCode()).isBetween(1, 125);
    }
}
