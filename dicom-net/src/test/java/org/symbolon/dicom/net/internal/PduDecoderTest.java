package org.symbolon.dicom.net.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PduDecoderTest {
    private static final int MAX_PDU_BYTES = 4096;

    private final EmbeddedChannel channel = new EmbeddedChannel(new PduDecoder(MAX_PDU_BYTES));

    private static ByteBuf header(int type, long length) {
        return Unpooled.buffer().writeByte(type).writeByte(0).writeInt((int) length);
    }

    private AbortReason failureOf(ByteBuf bytes) {
        return catchThrowableOfType(ProtocolViolation.class, () -> channel.writeInbound(bytes))
                .reason();
    }

    /** Two PDUs: a command in two values, then data. */
    private static ByteBuf sample(byte[] command, byte[] data) {
        int half = command.length / 2;
        ByteBuf out = header(PduType.P_DATA_TF, command.length + 12);
        out.writeInt(half + 2).writeByte(1).writeByte(1).writeBytes(command, 0, half);
        out.writeInt(command.length - half + 2).writeByte(1).writeByte(3);
        out.writeBytes(command, half, command.length - half);
        out.writeBytes(header(PduType.P_DATA_TF, data.length + 6));
        return out.writeInt(data.length + 2).writeByte(1).writeByte(2).writeBytes(data);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 100, 5000})
    void doesNotMindHowTheBytesAreCut(int piece) {
        byte[] command = new byte[101];
        byte[] data = new byte[3000];
        new Random(1).nextBytes(command);
        new Random(2).nextBytes(data);
        ByteBuf all = sample(command, data);
        while (all.isReadable()) {
            channel.writeInbound(all.readBytes(Math.min(piece, all.readableBytes())));
        }
        ByteArrayOutputStream commandBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream dataBytes = new ByteArrayOutputStream();
        int lasts = 0;
        int ends = 0;
        for (Inbound message = channel.readInbound(); message != null; message = channel.readInbound()) {
            Inbound.Fragment fragment = (Inbound.Fragment) message;
            byte[] bytes = new byte[fragment.data().readableBytes()];
            fragment.data().readBytes(bytes).release();
            (fragment.command() ? commandBytes : dataBytes).writeBytes(bytes);
            lasts += fragment.last() ? 1 : 0;
            ends += fragment.endOfPdu() ? 1 : 0;
        }
        assertThat(commandBytes.toByteArray()).isEqualTo(command);
        assertThat(dataBytes.toByteArray()).isEqualTo(data);
        assertThat(List.of(lasts, ends)).containsExactly(2, 2);
    }

    @Test
    void passesDataOnBeforeThePduIsComplete() {
        ByteBuf beginning = header(PduType.P_DATA_TF, 1006);
        beginning.writeInt(1002).writeByte(1).writeByte(2).writeZero(10);
        channel.writeInbound(beginning);
        Inbound.Fragment fragment = channel.readInbound();
        assertThat(fragment.data().readableBytes()).isEqualTo(10);
        assertThat(fragment.last()).isFalse();
        fragment.data().release();
    }

    @Test
    void holdsDataPdusAgainstTheMaximum() {
        channel.writeInbound(header(PduType.P_DATA_TF, MAX_PDU_BYTES));
        EmbeddedChannel other = new EmbeddedChannel(new PduDecoder(MAX_PDU_BYTES));
        ProtocolViolation violation = catchThrowableOfType(
                ProtocolViolation.class, () -> other.writeInbound(header(PduType.P_DATA_TF, MAX_PDU_BYTES + 1)));
        assertThat(violation.reason()).isEqualTo(AbortReason.INVALID_PDU_PARAMETER);
    }

    @Test
    void holdsAssociatePdusAgainstTheMaximum() {
        channel.writeInbound(header(PduType.ASSOCIATE_RQ, Limits.MAX_ASSOCIATE_BYTES));
        EmbeddedChannel other = new EmbeddedChannel(new PduDecoder(MAX_PDU_BYTES));
        ProtocolViolation violation = catchThrowableOfType(
                ProtocolViolation.class,
                () -> other.writeInbound(header(PduType.ASSOCIATE_RQ, Limits.MAX_ASSOCIATE_BYTES + 1L)));
        assertThat(violation.reason()).isEqualTo(AbortReason.INVALID_PDU_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(ints = {PduType.ASSOCIATE_RJ, PduType.RELEASE_RQ, PduType.RELEASE_RP, PduType.ABORT})
    void pdusOfFixedLengthHaveIt(int type) {
        assertThat(failureOf(header(type, 5))).isEqualTo(AbortReason.INVALID_PDU_PARAMETER);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, 255})
    void knowsNoOtherTypes(int type) {
        assertThat(failureOf(header(type, 4))).isEqualTo(AbortReason.UNRECOGNISED_PDU);
    }

    @Test
    void skipsWhatComesBehindAViolation() {
        assertThat(failureOf(header(99, 4))).isEqualTo(AbortReason.UNRECOGNISED_PDU);
        channel.writeInbound(header(PduType.RELEASE_RQ, 4).writeInt(0));
        assertThat(channel.<Object>readInbound()).isNull();
    }

    @Test
    void readsShortPdus() {
        channel.writeInbound(ShortPdus.abort(AbortReason.UNEXPECTED_PDU));
        channel.writeInbound(ShortPdus.releaseRequest());
        channel.writeInbound(ShortPdus.releaseResponse());
        channel.writeInbound(ShortPdus.reject(org.symbolon.dicom.net.AssociationRejection.Reason.LOCAL_LIMIT_EXCEEDED));
        assertThat(channel.inboundMessages())
                .containsExactly(
                        new Inbound.Abort(2, 2),
                        new Inbound.ReleaseRequest(),
                        new Inbound.ReleaseResponse(),
                        new Inbound.AssociateReject(2, 3, 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void survivesAnyBytes(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            EmbeddedChannel fresh = new EmbeddedChannel(new PduDecoder(MAX_PDU_BYTES));
            ByteBuf bytes = sample(new byte[50], new byte[200]);
            for (int change = 0; change < 4; change++) {
                bytes.setByte(random.nextInt(bytes.readableBytes()), random.nextInt(256));
            }
            try {
                fresh.writeInbound(bytes);
            } catch (ProtocolViolation expected) {
                assertThat(expected.reason()).isNotNull();
            }
            fresh.finishAndReleaseAll();
        }
    }
}
