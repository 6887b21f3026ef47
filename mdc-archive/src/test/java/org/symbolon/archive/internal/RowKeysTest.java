package org.symbolon.archive.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.symbolon.model.OrganisationId;

class RowKeysTest {
    private static final OrganisationId HOSPITAL = new OrganisationId("hospital");

    @Test
    void organisationLeadsAndAZeroByteEndsIt() {
        assertThat(RowKeys.plain(HOSPITAL, "A1")).isEqualTo("hospital\0A1".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void saltIsTheLowHalfByteOfTheDigest() {
        byte[] plain = RowKeys.plain(HOSPITAL, "1.2.3");
        byte[] salted = RowKeys.salted(HOSPITAL, "1.2.3");
        assertThat(salted).hasSize(plain.length + 1).endsWith(plain);
        assertThat((int) salted[0]).isEqualTo(Sha256.of(plain)[0] & 0x0F);
        // Golden: a key written today is found for ever.
        assertThat(HexFormat.of().formatHex(salted)).isEqualTo("0b686f73706974616c00312e322e33");
    }

    @Test
    void saltsUseAllSixteenValues() {
        Set<Byte> salts = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            salts.add(RowKeys.salted(HOSPITAL, "2.25." + i)[0]);
        }
        assertThat(salts).hasSize(RowKeys.SALTS);
    }

    @Test
    void splitsFallBetweenSalts() {
        assertThat(RowKeys.splits(1)).isEmpty();
        assertThat(RowKeys.splits(4)).isDeepEqualTo(new byte[][] {{4}, {8}, {12}});
        assertThat(RowKeys.splits(16).length).isEqualTo(15);
    }
}
