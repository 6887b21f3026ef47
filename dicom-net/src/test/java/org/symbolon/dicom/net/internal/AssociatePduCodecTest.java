package org.symbolon.dicom.net.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.net.AsynchronousOperations;
import org.symbolon.dicom.net.CommonExtendedNegotiation;
import org.symbolon.dicom.net.ExtendedNegotiation;
import org.symbolon.dicom.net.UserIdentity;
import org.symbolon.dicom.net.internal.AssociatePdu.Context;
import org.symbolon.dicom.net.internal.UserInformation.RoleSelection;
import org.symbolon.dicom.net.internal.UserInformation.SubItem;

class AssociatePduCodecTest {
    private static AssociatePdu sample() {
        UserInformation user = new UserInformation(
                0xFFFFFFFFL,
                "1.2.3",
                "TEST_1",
                new AsynchronousOperations(0xFFFF, 0),
                List.of(new RoleSelection("1.2.840.10008.5.1.4.1.1.2", false, true)),
                List.of(new ExtendedNegotiation("1.2.3", new byte[] {1, 0, 1})),
                List.of(new CommonExtendedNegotiation("1.2.4", "1.2.5", List.of("1.2.6", "1.2.7"))),
                UserIdentity.usernameAndPasscode("somebody", "secret").withResponseRequested(),
                new byte[] {7, 8},
                List.of(new SubItem(0x5A, new byte[] {0, 1, 0, 1})));
        return new AssociatePdu(
                1,
                "CALLED",
                "CALLING",
                AssociatePdu.DICOM_APPLICATION_CONTEXT,
                List.of(
                        new Context(1, 0, "1.2.840.10008.1.1", List.of("1.2.840.10008.1.2")),
                        new Context(255, 0, "1.2.840.10008.5.1.4.1.1.2", List.of("1.2.840.10008.1.2.1", "1.2"))),
                user);
    }

    private static ByteBuf encoded() {
        ByteBuf out = Unpooled.buffer();
        AssociatePduCodec.encode(sample(), PduType.ASSOCIATE_RQ, out);
        return out;
    }

    @Test
    void whatIsWrittenIsRead() {
        ByteBuf bytes = encoded();
        assertThat(bytes.readUnsignedByte()).isEqualTo((short) PduType.ASSOCIATE_RQ);
        bytes.skipBytes(1);
        assertThat(bytes.readInt()).isEqualTo(bytes.readableBytes());
        AssociatePdu read = AssociatePduCodec.decode(bytes);
        AssociatePdu sample = sample();
        assertThat(read.contexts()).isEqualTo(sample.contexts());
        assertThat(read.calledAeTitle()).isEqualTo("CALLED");
        assertThat(read.callingAeTitle()).isEqualTo("CALLING");
        assertThat(read.applicationContext()).isEqualTo(AssociatePdu.DICOM_APPLICATION_CONTEXT);
        assertThat(read.user().maxPduBytes()).isEqualTo(0xFFFFFFFFL);
        assertThat(read.user().implementationClassUid()).isEqualTo("1.2.3");
        assertThat(read.user().implementationVersionName()).isEqualTo("TEST_1");
        assertThat(read.user().roles()).isEqualTo(sample.user().roles());
        assertThat(read.user().asynchronousOperations()).isEqualTo(sample.user().asynchronousOperations());
        assertThat(read.user().extended()).isEqualTo(sample.user().extended());
        assertThat(read.user().commonExtended()).isEqualTo(sample.user().commonExtended());
        assertThat(read.user().userIdentity()).isEqualTo(sample.user().userIdentity());
        assertThat(read.user().userIdentityResponse()).containsExactly(7, 8);
        assertThat(read.user().unknown()).extracting(SubItem::type).containsExactly(0x5A);
        assertThat(read.user().unknown().get(0).content()).containsExactly(0, 1, 0, 1);
    }

    @Test
    void uidHas64CharactersAndNotOneMore() {
        assertThat(AssociatePduCodec.decode(requestWithTransferSyntax("1".repeat(64)))
                        .contexts())
                .hasSize(1);
        assertThatThrownBy(() -> AssociatePduCodec.decode(requestWithTransferSyntax("1".repeat(65))))
                .isInstanceOf(ProtocolViolation.class);
    }

    private static ByteBuf requestWithTransferSyntax(String uid) {
        AssociatePdu pdu = new AssociatePdu(
                1,
                "A",
                "B",
                "1.2",
                List.of(new Context(1, 0, "1.2", List.of(uid))),
                UserInformation.ours(16384, List.of()));
        ByteBuf out = Unpooled.buffer();
        AssociatePduCodec.encode(pdu, PduType.ASSOCIATE_RQ, out);
        return out.skipBytes(6);
    }

    @Test
    void evenContextIdIsNone() {
        AssociatePdu pdu = new AssociatePdu(
                1,
                "A",
                "B",
                "1.2",
                List.of(new Context(2, 0, "1.2", List.of("1.2"))),
                UserInformation.ours(16384, List.of()));
        ByteBuf out = Unpooled.buffer();
        AssociatePduCodec.encode(pdu, PduType.ASSOCIATE_RQ, out);
        assertThatThrownBy(() -> AssociatePduCodec.decode(out.skipBytes(6))).isInstanceOf(ProtocolViolation.class);
    }

    @Test
    void everyCutAndEveryChangeIsReadOrRefusedButNothingElse() {
        ByteBuf whole = encoded().skipBytes(6);
        for (int length = 0; length < whole.readableBytes(); length++) {
            decodeOrRefuse(whole.slice(whole.readerIndex(), length));
        }
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            ByteBuf changed = whole.copy();
            for (int change = 0; change < 3; change++) {
                changed.setByte(random.nextInt(changed.readableBytes()), random.nextInt(256));
            }
            decodeOrRefuse(changed);
        }
    }

    private static void decodeOrRefuse(ByteBuf bytes) {
        try {
            assertThat(AssociatePduCodec.decode(bytes)).isNotNull();
        } catch (ProtocolViolation expected) {
            assertThat(expected.reason()).isEqualTo(AbortReason.INVALID_PDU_PARAMETER);
        }
    }
}
