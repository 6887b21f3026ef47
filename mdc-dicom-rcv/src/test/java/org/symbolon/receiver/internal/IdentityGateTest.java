package org.symbolon.receiver.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.symbolon.model.ErrorCode;
import org.symbolon.model.SymbolonException;

class IdentityGateTest {
    @Test
    void letsNothingThroughBeforeItOpens() throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        IdentityGate gate = new IdentityGate(() -> archive);
        gate.write(new byte[] {1, 2, 3});
        assertThat(archive.size()).isZero();
        gate.open();
        gate.open();
        gate.write(4);
        assertThat(archive.toByteArray()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void holdsTheMaximumAndRefusesOnePastIt() throws IOException {
        IdentityGate gate = new IdentityGate(ByteArrayOutputStream::new);
        gate.write(new byte[IdentityGate.MAX_HELD_BYTES]);
        assertThatThrownBy(() -> gate.write(0))
                .isInstanceOfSatisfying(
                        SymbolonException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_DEIDENTIFIED));
    }

    @Test
    void tellsTroubleOfTheArchiveFromTroubleOfTheSender() {
        IdentityGate gate = new IdentityGate(() -> {
            throw new IOException("no cluster");
        });
        assertThatThrownBy(gate::open).isInstanceOf(ArchiveWriteException.class);
    }
}
