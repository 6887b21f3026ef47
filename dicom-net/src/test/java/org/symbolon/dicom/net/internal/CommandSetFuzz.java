package org.symbolon.dicom.net.internal;

/** The bytes of a command set. */
public final class CommandSetFuzz {
    private CommandSetFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        try {
            CommandSet command = CommandSet.decode(data);
            command.number(CommandSet.MESSAGE_ID, -1);
            command.text(CommandSet.AFFECTED_SOP_CLASS_UID);
            command.hasDataSet();
        } catch (ProtocolViolation refused) {
            if (refused.reason() == null) {
                throw new IllegalStateException("A violation without a reason", refused);
            }
        }
    }
}
