package org.symbolon.dicom.net.internal;

import java.util.Arrays;
import org.symbolon.dicom.net.AcceptedContext;

/**
 * A command set as a peer sends it: it is refused as a violation of the protocol, or else can be checked and answered, and reads
 * the same again once it was written.
 */
public final class CommandSetFuzz {
    private static final AcceptedContext CONTEXT =
            new AcceptedContext(1, "1.2.840.10008.5.1.4.1.1.2", "1.2.840.10008.1.2", true, false);

    private CommandSetFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        CommandSet command;
        try {
            command = CommandSet.decode(data);
        } catch (ProtocolViolation refused) {
            return;
        }
        CommandCheck.refusal(new Message(CONTEXT, command));
        CommandSet.response(command, 0).putComment("refused").encode(false);
        command.tags(CommandSet.ATTRIBUTE_IDENTIFIER_LIST);
        byte[] once = command.encode(command.hasDataSet());
        byte[] twice = CommandSet.decode(once).encode(command.hasDataSet());
        if (!Arrays.equals(once, twice)) {
            throw new IllegalStateException("A command set changed on its way");
        }
    }
}
