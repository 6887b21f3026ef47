package org.symbolon.dicom.net.internal;

import static org.symbolon.dicom.net.internal.CommandSet.AFFECTED_SOP_CLASS_UID;
import static org.symbolon.dicom.net.internal.CommandSet.AFFECTED_SOP_INSTANCE_UID;
import static org.symbolon.dicom.net.internal.CommandSet.REQUESTED_SOP_CLASS_UID;
import static org.symbolon.dicom.net.internal.CommandSet.REQUESTED_SOP_INSTANCE_UID;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.symbolon.dicom.net.Status;

/**
 * Whether a request holds what PS3.7 9.3 and 10.3 demand of it, in the types of annex E. A request that passes has its mandatory
 * elements, each with a value of the right length, and the SOP class of its presentation context.
 */
final class CommandCheck {
    /** What a command has beside Command Field, Message ID and Command Data Set Type, which all have. */
    private record Rule(int sopClass, List<Integer> mandatory, DataSetRule dataSet) {}

    private enum DataSetRule {
        REQUIRED,
        /** Allowed, and in most cases useful. */
        ALLOWED
    }

    private static final Map<Integer, Rule> RULES = Map.ofEntries(
            rule(CommandField.C_ECHO_RQ, AFFECTED_SOP_CLASS_UID, DataSetRule.ALLOWED),
            rule(CommandField.C_STORE_RQ, AFFECTED_SOP_CLASS_UID, DataSetRule.REQUIRED, AFFECTED_SOP_INSTANCE_UID),
            rule(CommandField.C_FIND_RQ, AFFECTED_SOP_CLASS_UID, DataSetRule.REQUIRED),
            rule(CommandField.C_GET_RQ, AFFECTED_SOP_CLASS_UID, DataSetRule.REQUIRED),
            rule(CommandField.C_MOVE_RQ, AFFECTED_SOP_CLASS_UID, DataSetRule.REQUIRED, CommandSet.MOVE_DESTINATION),
            rule(
                    CommandField.N_EVENT_REPORT_RQ,
                    AFFECTED_SOP_CLASS_UID,
                    DataSetRule.ALLOWED,
                    AFFECTED_SOP_INSTANCE_UID,
                    CommandSet.EVENT_TYPE_ID),
            rule(CommandField.N_GET_RQ, REQUESTED_SOP_CLASS_UID, DataSetRule.ALLOWED, REQUESTED_SOP_INSTANCE_UID),
            rule(CommandField.N_SET_RQ, REQUESTED_SOP_CLASS_UID, DataSetRule.REQUIRED, REQUESTED_SOP_INSTANCE_UID),
            rule(
                    CommandField.N_ACTION_RQ,
                    REQUESTED_SOP_CLASS_UID,
                    DataSetRule.ALLOWED,
                    REQUESTED_SOP_INSTANCE_UID,
                    CommandSet.ACTION_TYPE_ID),
            rule(CommandField.N_CREATE_RQ, AFFECTED_SOP_CLASS_UID, DataSetRule.ALLOWED),
            rule(CommandField.N_DELETE_RQ, REQUESTED_SOP_CLASS_UID, DataSetRule.ALLOWED, REQUESTED_SOP_INSTANCE_UID));

    private CommandCheck() {}

    private static Map.Entry<Integer, Rule> rule(
            int commandField, int sopClass, DataSetRule dataSet, Integer... mandatory) {
        return Map.entry(commandField, new Rule(sopClass, List.of(mandatory), dataSet));
    }

    /** What the request is refused with. */
    record Refusal(int status, String comment) {}

    /** Empty: nothing is wrong, or the command is unknown and so refused elsewhere. */
    static Optional<Refusal> refusal(Message message) {
        CommandSet command = message.command();
        Rule rule = RULES.get(command.commandField());
        if (rule == null) {
            return Optional.empty();
        }
        String sopClass = command.text(rule.sopClass());
        if (sopClass.isEmpty()) {
            return missing(rule.sopClass());
        }
        if (!sopClass.equals(message.context().abstractSyntax())) {
            boolean normalised = rule.sopClass() == REQUESTED_SOP_CLASS_UID
                    || command.commandField() == CommandField.N_CREATE_RQ
                    || command.commandField() == CommandField.N_EVENT_REPORT_RQ;
            return Optional.of(new Refusal(
                    normalised ? Status.NO_SUCH_SOP_CLASS : Status.SOP_CLASS_NOT_SUPPORTED,
                    "The SOP class is not that of the presentation context"));
        }
        for (int element : rule.mandatory()) {
            if (!command.isValid(element)) {
                return missing(element);
            }
        }
        if (rule.dataSet() == DataSetRule.REQUIRED && !command.hasDataSet()) {
            return Optional.of(new Refusal(noDataSet(command.commandField()), "The request has no data set"));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> missing(int element) {
        return Optional.of(new Refusal(
                element == AFFECTED_SOP_INSTANCE_UID || element == REQUESTED_SOP_INSTANCE_UID
                        ? Status.MISSING_ATTRIBUTE
                        : Status.MISTYPED_ARGUMENT,
                String.format("The command set has no valid (0000,%04X)", element)));
    }

    /** PS3.4 tables B.2-1 and C.4-1 to C.4-3; PS3.7 10.1.3. */
    private static int noDataSet(int commandField) {
        return switch (commandField) {
            case CommandField.C_STORE_RQ -> Status.CANNOT_UNDERSTAND;
            case CommandField.N_SET_RQ -> Status.MISSING_ATTRIBUTE;
            default -> Status.DATA_SET_DOES_NOT_MATCH;
        };
    }
}
