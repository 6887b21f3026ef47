package org.symbolon.dicom.net.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.net.AcceptedContext;
import org.symbolon.dicom.net.Status;

/** PS3.7 9.3 and 10.3, annex E. */
class CommandCheckTest {
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final AcceptedContext CONTEXT = new AcceptedContext(1, CT, "1.2.840.10008.1.2", true, false);

    private enum DataSetPart {
        PRESENT,
        ABSENT
    }

    private static Optional<Integer> status(CommandSet command, DataSetPart dataSet) {
        CommandSet sent = CommandSet.decode(command.encode(dataSet == DataSetPart.PRESENT));
        return CommandCheck.refusal(new Message(CONTEXT, sent)).map(CommandCheck.Refusal::status);
    }

    private static CommandSet request(int commandField) {
        return CommandSet.request(commandField, 1).putUid(CommandSet.AFFECTED_SOP_CLASS_UID, CT);
    }

    private static CommandSet requested(int commandField) {
        return CommandSet.request(commandField, 1)
                .putUid(CommandSet.REQUESTED_SOP_CLASS_UID, CT)
                .putUid(CommandSet.REQUESTED_SOP_INSTANCE_UID, "1.2");
    }

    @Test
    void completeRequestsPass() {
        assertThat(status(StoreCommand.request(1, CT, "1.2"), DataSetPart.PRESENT))
                .isEmpty();
        assertThat(status(request(CommandField.C_FIND_RQ), DataSetPart.PRESENT)).isEmpty();
        assertThat(status(
                        request(CommandField.C_MOVE_RQ).putAeTitle(CommandSet.MOVE_DESTINATION, "HERE"),
                        DataSetPart.PRESENT))
                .isEmpty();
        assertThat(status(requested(CommandField.N_DELETE_RQ), DataSetPart.ABSENT))
                .isEmpty();
    }

    @Test
    void foreignClassIsRefusedAsTheServiceHasIt() {
        CommandSet composite =
                CommandSet.request(CommandField.C_FIND_RQ, 1).putUid(CommandSet.AFFECTED_SOP_CLASS_UID, "1.2");
        assertThat(status(composite, DataSetPart.PRESENT)).contains(Status.SOP_CLASS_NOT_SUPPORTED);
        CommandSet normalised = requested(CommandField.N_SET_RQ).putUid(CommandSet.REQUESTED_SOP_CLASS_UID, "1.2");
        assertThat(status(normalised, DataSetPart.PRESENT)).contains(Status.NO_SUCH_SOP_CLASS);
    }

    @Test
    void missingOrMistypedElementsAreRefused() {
        assertThat(status(CommandSet.request(CommandField.C_ECHO_RQ, 1), DataSetPart.ABSENT))
                .contains(Status.MISTYPED_ARGUMENT);
        assertThat(status(request(CommandField.C_STORE_RQ), DataSetPart.PRESENT))
                .contains(Status.MISSING_ATTRIBUTE);
        assertThat(status(request(CommandField.C_MOVE_RQ), DataSetPart.PRESENT)).contains(Status.MISTYPED_ARGUMENT);
        assertThat(status(
                        request(CommandField.C_MOVE_RQ).putAeTitle(CommandSet.MOVE_DESTINATION, "X".repeat(17)),
                        DataSetPart.PRESENT))
                .contains(Status.MISTYPED_ARGUMENT);
        assertThat(status(requested(CommandField.N_ACTION_RQ), DataSetPart.ABSENT))
                .contains(Status.MISTYPED_ARGUMENT);
        assertThat(status(StoreCommand.request(1, CT, "1".repeat(64)), DataSetPart.PRESENT))
                .isEmpty();
        assertThat(status(StoreCommand.request(1, CT, "1".repeat(65)), DataSetPart.PRESENT))
                .contains(Status.MISSING_ATTRIBUTE);
    }

    @Test
    void dataSetMustBeThereWhereTheServiceNeedsOne() {
        assertThat(status(StoreCommand.request(1, CT, "1.2"), DataSetPart.ABSENT))
                .contains(Status.CANNOT_UNDERSTAND);
        assertThat(status(request(CommandField.C_GET_RQ), DataSetPart.ABSENT)).contains(Status.DATA_SET_DOES_NOT_MATCH);
        assertThat(status(requested(CommandField.N_SET_RQ), DataSetPart.ABSENT)).contains(Status.MISSING_ATTRIBUTE);
    }

    @Test
    void messageIdMustBeThere() {
        byte[] whole = request(CommandField.C_ECHO_RQ).encode(false);
        int messageId = whole.length - 20; // behind it only Message ID and Command Data Set Type
        byte[] without = Arrays.copyOf(whole, messageId);
        assertThatThrownBy(() -> CommandSet.decode(without)).isInstanceOf(ProtocolViolation.class);
    }
}
