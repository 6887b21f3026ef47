package org.symbolon.dicom.net.internal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.fuzz.FuzzReplay;
import org.symbolon.dicom.net.internal.AssociatePdu.Context;

class PduDecoderFuzzTest {
    @Test
    void readsOrRefusesEveryStreamOfPdus() throws IOException {
        ByteBuf out = Unpooled.buffer().writeByte(1);
        AssociatePduCodec.encode(associate(), PduType.ASSOCIATE_RQ, out);
        out.writeByte(PduType.P_DATA_TF).writeByte(0).writeInt(16);
        out.writeInt(6).writeByte(1).writeByte(3).writeInt(0);
        out.writeInt(2).writeByte(1).writeByte(2);
        out.writeByte(PduType.RELEASE_RQ).writeByte(0).writeInt(4).writeInt(0);
        FuzzReplay.of(PduDecoderFuzz.class, PduDecoderFuzz::fuzzerTestOneInput)
                .with(List.of(bytes(out)))
                .run(5_000);
    }

    private static AssociatePdu associate() {
        return new AssociatePdu(
                1,
                "CALLED",
                "CALLING",
                AssociatePdu.DICOM_APPLICATION_CONTEXT,
                List.of(new Context(1, 0, "1.2.840.10008.1.1", List.of("1.2.840.10008.1.2"))),
                UserInformation.ours(16384, List.of()));
    }

    private static byte[] bytes(ByteBuf out) {
        byte[] bytes = new byte[out.readableBytes()];
        out.readBytes(bytes).release();
        return bytes;
    }
}
