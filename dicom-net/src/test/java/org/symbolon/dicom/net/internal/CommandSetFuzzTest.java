package org.symbolon.dicom.net.internal;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.symbolon.dicom.fuzz.FuzzReplay;

class CommandSetFuzzTest {
    @Test
    void decodesOrRefusesEveryInput() throws IOException {
        FuzzReplay.of(CommandSetFuzz.class, CommandSetFuzz::fuzzerTestOneInput)
                .with(List.of(
                        StoreCommand.request(7, "1.2.840.10008.5.1.4.1.1.2", "1.2.34")
                                .encode(true),
                        CommandSet.request(CommandField.C_MOVE_RQ, 1)
                                .putUid(CommandSet.AFFECTED_SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.2.2.2")
                                .putAeTitle(CommandSet.MOVE_DESTINATION, "HERE")
                                .encode(true),
                        CommandSet.request(CommandField.N_GET_RQ, 1)
                                .putUid(CommandSet.REQUESTED_SOP_CLASS_UID, "1.2.840.10008.3.1.2.3.3")
                                .putTags(CommandSet.ATTRIBUTE_IDENTIFIER_LIST, List.of(0x00100010, 0x7FE00010))
                                .encode(false),
                        new CommandSet()
                                .put(CommandSet.COMMAND_FIELD, CommandField.C_CANCEL_RQ)
                                .put(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, 3)
                                .encode(false)))
                .run(10_000);
    }
}
