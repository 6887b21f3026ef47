package org.symbolon.dicom.net.internal;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Takes the byte stream of a connection apart into {@link Inbound} messages (PS3.8 9.3 and annex E). Values of P-DATA-TF are
 * passed on as they arrive, without waiting for the whole PDU and without copying; only headers and A-ASSOCIATE PDUs are
 * gathered. Throws {@link ProtocolViolation} once; what follows is skipped.
 */
final class PduDecoder extends ByteToMessageDecoder {
    private enum State {
        PDU_HEADER,
        WHOLE_BODY,
        PDV_HEADER,
        PDV_DATA,
        FAILED
    }

    private final int maxPduBytes;
    private State state = State.PDU_HEADER;
    private int pduType;
    /** Of the current PDU, not yet taken. */
    private long pduRemaining;
    /** Of the current presentation data value, not yet taken. */
    private long pdvRemaining;

    private int contextId;
    private int control;
    private int emptyPdvs;

    /** @param maxPduBytes longest P-DATA-TF, as announced to the peer */
    PduDecoder(int maxPduBytes) {
        this.maxPduBytes = maxPduBytes;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        switch (state) {
            case PDU_HEADER -> readPduHeader(in);
            case WHOLE_BODY -> readWholeBody(in, out);
            case PDV_HEADER -> readPdvHeader(in, out);
            case PDV_DATA -> readPdvData(in, out);
            case FAILED -> in.skipBytes(in.readableBytes());
        }
    }

    private void readPduHeader(ByteBuf in) {
        if (in.readableBytes() < PduType.HEADER_BYTES) {
            return;
        }
        pduType = in.readUnsignedByte();
        in.skipBytes(1);
        pduRemaining = in.readUnsignedInt();
        switch (pduType) {
            case PduType.P_DATA_TF -> {
                require(
                        pduRemaining >= PduType.PDV_HEADER_BYTES && pduRemaining <= maxPduBytes,
                        "A P-DATA-TF is empty or longer than the announced maximum");
                state = State.PDV_HEADER;
            }
            case PduType.ASSOCIATE_RQ, PduType.ASSOCIATE_AC -> {
                require(pduRemaining <= Limits.MAX_ASSOCIATE_BYTES, "An A-ASSOCIATE PDU is too long");
                state = State.WHOLE_BODY;
            }
            case PduType.ASSOCIATE_RJ, PduType.RELEASE_RQ, PduType.RELEASE_RP, PduType.ABORT -> {
                require(pduRemaining == PduType.SHORT_BODY_BYTES, "A PDU of fixed length has another length");
                state = State.WHOLE_BODY;
            }
            default -> throw fail(AbortReason.UNRECOGNISED_PDU, "A PDU is of no known type");
        }
    }

    private void readWholeBody(ByteBuf in, List<Object> out) {
        if (in.readableBytes() < pduRemaining) {
            return;
        }
        ByteBuf body = in.readSlice((int) pduRemaining);
        state = State.PDU_HEADER;
        out.add(
                switch (pduType) {
                    case PduType.ASSOCIATE_RQ -> new Inbound.AssociateRequest(decodeAssociate(body));
                    case PduType.ASSOCIATE_AC -> new Inbound.AssociateAccept(decodeAssociate(body));
                    case PduType.ASSOCIATE_RJ ->
                        new Inbound.AssociateReject(
                                body.getUnsignedByte(1), body.getUnsignedByte(2), body.getUnsignedByte(3));
                    case PduType.RELEASE_RQ -> new Inbound.ReleaseRequest();
                    case PduType.RELEASE_RP -> new Inbound.ReleaseResponse();
                    default -> new Inbound.Abort(body.getUnsignedByte(2), body.getUnsignedByte(3));
                });
    }

    private AssociatePdu decodeAssociate(ByteBuf body) {
        try {
            return AssociatePduCodec.decode(body);
        } catch (ProtocolViolation violation) {
            state = State.FAILED;
            throw violation;
        }
    }

    private void readPdvHeader(ByteBuf in, List<Object> out) {
        if (in.readableBytes() < PduType.PDV_HEADER_BYTES) {
            return;
        }
        long itemLength = in.readUnsignedInt();
        contextId = in.readUnsignedByte();
        control = in.readUnsignedByte();
        require(
                itemLength >= 2 && itemLength <= pduRemaining - 4,
                "A presentation data value is shorter than its header or longer than its PDU");
        pdvRemaining = itemLength - 2;
        pduRemaining -= PduType.PDV_HEADER_BYTES;
        long behind = pduRemaining - pdvRemaining;
        require(
                behind == 0 || behind >= PduType.PDV_HEADER_BYTES,
                "The bytes behind a presentation data value are too few for another");
        if (pdvRemaining > 0) {
            emptyPdvs = 0;
            state = State.PDV_DATA;
        } else {
            emptyPdvs = isLast() ? 0 : emptyPdvs + 1;
            require(emptyPdvs <= Limits.MAX_EMPTY_PDVS, "Too many empty presentation data values in a row");
            emit(in, 0, out);
        }
    }

    private void readPdvData(ByteBuf in, List<Object> out) {
        if (in.isReadable()) {
            emit(in, (int) Math.min(pdvRemaining, in.readableBytes()), out);
        }
    }

    private void emit(ByteBuf in, int length, List<Object> out) {
        pdvRemaining -= length;
        pduRemaining -= length;
        boolean endOfPdu = pduRemaining == 0;
        boolean endOfPdv = pdvRemaining == 0;
        out.add(new Inbound.Fragment(
                contextId, (control & 1) != 0, endOfPdv && isLast(), endOfPdu, in.readRetainedSlice(length)));
        if (endOfPdv) {
            state = endOfPdu ? State.PDU_HEADER : State.PDV_HEADER;
        }
    }

    private boolean isLast() {
        return (control & 2) != 0;
    }

    private void require(boolean condition, String message) {
        if (!condition) {
            throw fail(AbortReason.INVALID_PDU_PARAMETER, message);
        }
    }

    private ProtocolViolation fail(AbortReason reason, String message) {
        state = State.FAILED;
        return new ProtocolViolation(reason, message);
    }
}
