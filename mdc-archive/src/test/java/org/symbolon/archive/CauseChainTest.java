package org.symbolon.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CauseChainTest {
    @Test
    void tellsClassesAndPlacesButNoMessage() {
        IOException failure = new IOException("outer 2.25.1", new FileNotFoundException("/vilnius/2.25.1/2.25.2"));
        assertThat(CauseChain.of(failure))
                .contains("java.io.IOException at ", ", caused by java.io.FileNotFoundException at ")
                .doesNotContain("2.25", "outer");
    }

    @Test
    void endsAtTheMaximum() {
        Exception failure = new IOException("0");
        for (int i = 1; i < 50; i++) {
            failure = new IOException(failure);
        }
        assertThat(CauseChain.of(failure).split("caused by")).hasSize(8);
    }
}
