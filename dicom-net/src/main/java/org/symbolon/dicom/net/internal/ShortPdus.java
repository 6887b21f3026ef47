package org.symbolon.dicom.net.internal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.symbolon.dicom.net.AssociationRejection;

/** The PDUs of ten bytes (PS3.8 9.3.4, 9.3.6 to 9.3.8). The caller releases them, or hands them to a channel. */
final class ShortPdus {
    private ShortPdus() {}

    static ByteBuf reject(AssociationRejection.Reason reason) {
        return pdu(PduType.ASSOCIATE_RJ, reason.result(), reason.source(), reason.diagnostic());
    }

    static ByteBuf releaseRequest() {
        return pdu(PduType.RELEASE_RQ, 0, 0, 0);
    }

    static ByteBuf releaseResponse() {
        return pdu(PduType.RELEASE_RP, 0, 0, 0);
    }

    static ByteBuf abort(AbortReason reason) {
        return pdu(PduType.ABORT, 0, reason.source(), reason.reason());
    }

    private static ByteBuf pdu(int type, int second, int third, int fourth) {
        return Unpooled.buffer(10)
                .writeByte(type)
                .writeByte(0)
                .writeInt(PduType.SHORT_BODY_BYTES)
                .writeByte(0)
                .writeByte(second)
                .writeByte(third)
                .writeByte(fourth);
    }
}
