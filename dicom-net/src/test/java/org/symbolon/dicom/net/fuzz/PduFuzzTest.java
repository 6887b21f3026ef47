package org.symbolon.dicom.net.fuzz;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.fuzz.FuzzReplay;
import org.symbolon.dicom.net.internal.ProtocolFeed;

class PduFuzzTest {
    @Test
    void replays() throws IOException {
        FuzzReplay.of(PduFuzz.class, PduFuzz::fuzzerTestOneInput)
                .with(ProtocolFeed.samples())
                .run(5_000);
    }
}
