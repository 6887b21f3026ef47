package org.symbolon.dicom.net.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CommandSetTest {
    @Test
    void encodesImplicitLittleEndianInOrderWithItsGroupLength() {
        byte[] bytes = CommandSet.request(CommandField.C_ECHO_RQ, 258)
                .putUid(CommandSet.AFFECTED_SOP_CLASS_UID, "1.2.840.10008.1.1")
                .encode(false);
        byte[] expected = ByteBuffer.allocate(68)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0)
                .putInt(4)
                .putInt(56)
                .put(new byte[] {0, 0, 2, 0, 18, 0, 0, 0})
                .put("1.2.840.10008.1.1\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .put(new byte[] {0, 0, 0, 1, 2, 0, 0, 0, 0x30, 0})
                .put(new byte[] {0, 0, 0x10, 1, 2, 0, 0, 0, 2, 1})
                .put(new byte[] {0, 0, 0, 8, 2, 0, 0, 0, 1, 1})
                .array();
        assertThat(bytes).isEqualTo(expected);
    }

    @Test
    void readsWhatItWrote() {
        CommandSet read =
                CommandSet.decode(StoreCommand.request(7, "1.2.3", "1.2.34").encode(true));
        assertThat(read.commandField()).isEqualTo(CommandField.C_STORE_RQ);
        assertThat(read.number(CommandSet.MESSAGE_ID, -1)).isEqualTo(7);
        assertThat(read.text(CommandSet.AFFECTED_SOP_CLASS_UID)).isEqualTo("1.2.3");
        assertThat(read.text(CommandSet.AFFECTED_SOP_INSTANCE_UID)).isEqualTo("1.2.34");
        assertThat(read.hasDataSet()).isTrue();
        assertThat(read.isResponse()).isFalse();
    }

    @Test
    void responseMirrorsItsRequest() {
        CommandSet request = CommandSet.request(CommandField.N_ACTION_RQ, 5)
                .putUid(CommandSet.REQUESTED_SOP_CLASS_UID, "1.2")
                .putUid(CommandSet.REQUESTED_SOP_INSTANCE_UID, "1.2.3")
                .put(CommandSet.ACTION_TYPE_ID, 1);
        CommandSet response = CommandSet.decode(
                CommandSet.response(request, 0x0110).putComment("").encode(false));
        assertThat(response.commandField()).isEqualTo(0x8130);
        assertThat(response.number(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, -1))
                .isEqualTo(5);
        assertThat(response.text(CommandSet.AFFECTED_SOP_CLASS_UID)).isEqualTo("1.2");
        assertThat(response.text(CommandSet.AFFECTED_SOP_INSTANCE_UID)).isEqualTo("1.2.3");
        assertThat(response.number(CommandSet.STATUS, -1)).isEqualTo(0x0110);
        assertThat(response.text(CommandSet.ERROR_COMMENT)).isEmpty();
        assertThat(response.hasDataSet()).isFalse();
    }

    @Test
    void everyCutIsReadOrRefusedButNothingElse() {
        byte[] whole = StoreCommand.request(7, "1.2.3", "1.2.34").encode(true);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                assertThat(CommandSet.decode(cut).commandField()).isEqualTo(CommandField.C_STORE_RQ);
            } catch (ProtocolViolation expected) {
                assertThat(expected.reason()).isEqualTo(AbortReason.INVALID_PDU_PARAMETER);
            }
        }
    }

    @Test
    void commandFieldMustBeThere() {
        byte[] without = {0, 0, 0x10, 1, 2, 0, 0, 0, 2, 1};
        assertThatThrownBy(() -> CommandSet.decode(without)).isInstanceOf(ProtocolViolation.class);
    }
}
