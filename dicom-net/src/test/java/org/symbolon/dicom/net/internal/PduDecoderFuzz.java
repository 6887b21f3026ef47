package org.symbolon.dicom.net.internal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;

/** The bytes of a connection, in pieces of the size that the first byte says. */
public final class PduDecoderFuzz {
    private static final int MAX_PDU_BYTES = 16384;

    private PduDecoderFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length == 0) {
            return;
        }
        int piece = 1 + (data[0] & 0xFF) * 16;
        EmbeddedChannel channel = new EmbeddedChannel(new PduDecoder(MAX_PDU_BYTES));
        try {
            for (int at = 1; at < data.length; at += piece) {
                channel.writeInbound(Unpooled.wrappedBuffer(data, at, Math.min(piece, data.length - at)));
                release(channel);
            }
        } catch (ProtocolViolation refused) {
            if (refused.reason() == null) {
                throw new IllegalStateException("A violation without a reason", refused);
            }
        } finally {
            release(channel);
            channel.finishAndReleaseAll();
        }
    }

    private static void release(EmbeddedChannel channel) {
        for (Object message = channel.readInbound(); message != null; message = channel.readInbound()) {
            if (message instanceof Inbound.Fragment fragment) {
                fragment.data().release();
            } else if (message instanceof Inbound.AssociateRequest request) {
                encodeAgain(request.pdu());
            }
        }
    }

    /** What was read can be written, unless it is longer than we write. */
    private static void encodeAgain(AssociatePdu pdu) {
        ByteBuf out = Unpooled.buffer();
        try {
            AssociatePduCodec.encode(pdu, PduType.ASSOCIATE_RQ, out);
        } catch (IllegalArgumentException e) {
            if (e.getMessage() == null) {
                throw e;
            }
        } finally {
            out.release();
        }
    }
}
