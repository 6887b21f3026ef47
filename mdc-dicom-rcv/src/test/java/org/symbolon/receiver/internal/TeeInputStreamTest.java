package org.symbolon.receiver.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TeeInputStreamTest {
    @Test
    void copiesWhatIsReadSkippedAndDrained() throws IOException {
        byte[] bytes = new byte[300_000];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        TeeInputStream tee = new TeeInputStream(new ByteArrayInputStream(bytes), copy);
        assertThat(tee.read()).isEqualTo(bytes[0]);
        assertThat(tee.read(new byte[10], 2, 5)).isEqualTo(5);
        assertThat(tee.skip(200_000)).isEqualTo(200_000);
        tee.drain();
        assertThat(tee.read()).isEqualTo(-1);
        assertThat(tee.skip(1)).isZero();
        assertThat(copy.toByteArray()).isEqualTo(bytes);
    }
}
