package org.symbolon.dicom.net.fuzz;

import org.symbolon.dicom.net.internal.ProtocolFeed;

/**
 * Bytes of a peer into PDU decoder and upper layer. The first byte says which side we are and in pieces of which size the rest
 * arrives.
 */
public final class PduFuzz {
    private PduFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        ProtocolFeed.run(data);
    }
}
