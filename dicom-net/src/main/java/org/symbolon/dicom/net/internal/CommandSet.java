package org.symbolon.dicom.net.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A DIMSE command set: elements of group 0000 in implicit VR little endian (PS3.7 6.3.1, annex E). Mutable, not thread-safe. */
final class CommandSet {
    static final int AFFECTED_SOP_CLASS_UID = 0x0002;
    static final int REQUESTED_SOP_CLASS_UID = 0x0003;
    static final int COMMAND_FIELD = 0x0100;
    static final int MESSAGE_ID = 0x0110;
    static final int MESSAGE_ID_BEING_RESPONDED_TO = 0x0120;
    static final int MOVE_DESTINATION = 0x0600;
    static final int PRIORITY = 0x0700;
    static final int DATA_SET_TYPE = 0x0800;
    static final int STATUS = 0x0900;
    static final int ERROR_COMMENT = 0x0902;
    static final int AFFECTED_SOP_INSTANCE_UID = 0x1000;
    static final int REQUESTED_SOP_INSTANCE_UID = 0x1001;
    static final int EVENT_TYPE_ID = 0x1002;
    static final int ATTRIBUTE_IDENTIFIER_LIST = 0x1005;
    static final int ACTION_TYPE_ID = 0x1008;
    static final int REMAINING_SUB_OPERATIONS = 0x1020;
    static final int COMPLETED_SUB_OPERATIONS = 0x1021;
    static final int FAILED_SUB_OPERATIONS = 0x1022;
    static final int WARNING_SUB_OPERATIONS = 0x1023;
    static final int MOVE_ORIGINATOR_AE_TITLE = 0x1030;
    static final int MOVE_ORIGINATOR_MESSAGE_ID = 0x1031;

    private static final int GROUP_LENGTH = 0x0000;
    private static final int NO_DATA_SET = 0x0101;
    private static final int WITH_DATA_SET = 0x0001;
    private static final int MAX_COMMENT_LENGTH = 64;
    private static final int ELEMENT_HEADER_BYTES = 8;
    private static final int TAG_BYTES = 4;

    /** By element number; the values are padded to even length. */
    private final Map<Integer, byte[]> elements = new TreeMap<>();

    static CommandSet request(int commandField, int messageId) {
        return new CommandSet().put(COMMAND_FIELD, commandField).put(MESSAGE_ID, messageId);
    }

    /** A response to the request, with its SOP class and instance as affected ones. */
    static CommandSet response(CommandSet request, int status) {
        CommandSet response = new CommandSet()
                .put(COMMAND_FIELD, request.number(COMMAND_FIELD, 0) | CommandField.RESPONSE)
                .put(MESSAGE_ID_BEING_RESPONDED_TO, request.number(MESSAGE_ID, 0))
                .put(STATUS, status);
        response.copy(request, AFFECTED_SOP_CLASS_UID, AFFECTED_SOP_CLASS_UID);
        response.copy(request, REQUESTED_SOP_CLASS_UID, AFFECTED_SOP_CLASS_UID);
        response.copy(request, AFFECTED_SOP_INSTANCE_UID, AFFECTED_SOP_INSTANCE_UID);
        response.copy(request, REQUESTED_SOP_INSTANCE_UID, AFFECTED_SOP_INSTANCE_UID);
        response.copy(request, EVENT_TYPE_ID, EVENT_TYPE_ID);
        response.copy(request, ACTION_TYPE_ID, ACTION_TYPE_ID);
        return response;
    }

    private void copy(CommandSet from, int source, int target) {
        byte[] value = from.elements.get(source);
        if (value != null) {
            elements.put(target, value);
        }
    }

    CommandSet put(int element, int unsignedShort) {
        elements.put(element, new byte[] {(byte) unsignedShort, (byte) (unsignedShort >> 8)});
        return this;
    }

    CommandSet putUid(int element, String uid) {
        elements.put(element, padded(uid, (byte) 0));
        return this;
    }

    CommandSet putAeTitle(int element, String title) {
        elements.put(element, padded(title, (byte) ' '));
        return this;
    }

    /** Values of VR AT. */
    CommandSet putTags(int element, List<Integer> tags) {
        ByteBuffer value = ByteBuffer.allocate(tags.size() * TAG_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        tags.forEach(tag -> value.putShort((short) (tag >>> 16)).putShort(tag.shortValue()));
        elements.put(element, value.array());
        return this;
    }

    /** Cut to 64 characters of printable ASCII; an empty comment is left out. */
    CommandSet putComment(String comment) {
        if (!comment.isEmpty()) {
            String cut = comment.length() > MAX_COMMENT_LENGTH ? comment.substring(0, MAX_COMMENT_LENGTH) : comment;
            elements.put(ERROR_COMMENT, padded(cut.replaceAll("[^ -~]|\\\\", "?"), (byte) ' '));
        }
        return this;
    }

    private static byte[] padded(String text, byte padding) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        if (bytes.length % 2 == 0) {
            return bytes;
        }
        byte[] even = Arrays.copyOf(bytes, bytes.length + 1);
        even[bytes.length] = padding;
        return even;
    }

    /** The unsigned short of an element, or the other value if it is absent or no unsigned short. */
    int number(int element, int otherwise) {
        byte[] value = elements.get(element);
        return value == null || value.length != 2 ? otherwise : (value[0] & 0xFF) | (value[1] & 0xFF) << 8;
    }

    /** Without padding; empty if absent. */
    String text(int element) {
        byte[] value = elements.get(element);
        return value == null ? "" : new String(value, StandardCharsets.ISO_8859_1).trim();
    }

    /** Values of VR AT; what is left behind the last whole one is ignored. */
    List<Integer> tags(int element) {
        ByteBuffer value =
                ByteBuffer.wrap(elements.getOrDefault(element, new byte[0])).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> tags = new ArrayList<>();
        while (value.remaining() >= TAG_BYTES) {
            tags.add(value.getShort() << 16 | Short.toUnsignedInt(value.getShort()));
        }
        return tags;
    }

    /** Whether the element is there with a value that its VR allows (PS3.7 annex E). */
    boolean isValid(int element) {
        byte[] value = elements.get(element);
        if (value == null) {
            return false;
        }
        return switch (element) {
            case AFFECTED_SOP_CLASS_UID,
                    REQUESTED_SOP_CLASS_UID,
                    AFFECTED_SOP_INSTANCE_UID,
                    REQUESTED_SOP_INSTANCE_UID ->
                !text(element).isEmpty() && text(element).length() <= Limits.MAX_UID_LENGTH;
            case MOVE_DESTINATION, MOVE_ORIGINATOR_AE_TITLE -> isAeTitle(text(element));
            case ATTRIBUTE_IDENTIFIER_LIST -> value.length % TAG_BYTES == 0;
            default -> value.length == Short.BYTES;
        };
    }

    private static boolean isAeTitle(String text) {
        return !text.isEmpty()
                && text.length() <= Limits.MAX_AE_TITLE_LENGTH
                && text.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '\\');
    }

    int commandField() {
        return number(COMMAND_FIELD, -1);
    }

    boolean isResponse() {
        return commandField() >= CommandField.RESPONSE;
    }

    boolean hasDataSet() {
        return number(DATA_SET_TYPE, NO_DATA_SET) != NO_DATA_SET;
    }

    /** With the group length, and with the Command Data Set Type that is asked for. */
    byte[] encode(boolean dataSetFollows) {
        put(DATA_SET_TYPE, dataSetFollows ? WITH_DATA_SET : NO_DATA_SET);
        elements.remove(GROUP_LENGTH);
        int length = elements.values().stream()
                .mapToInt(value -> ELEMENT_HEADER_BYTES + value.length)
                .sum();
        ByteBuffer out = ByteBuffer.allocate(ELEMENT_HEADER_BYTES + 4 + length).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(GROUP_LENGTH).putInt(4).putInt(length);
        elements.forEach((element, value) -> out.putShort((short) 0)
                .putShort(element.shortValue())
                .putInt(value.length)
                .put(value));
        return out.array();
    }

    /** Reads a whole command set. The group length is not trusted, so it need not be right. */
    static CommandSet decode(byte[] bytes) {
        CommandSet command = new CommandSet();
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            if (in.remaining() < ELEMENT_HEADER_BYTES) {
                throw invalid("A command set ends inside an element");
            }
            int group = Short.toUnsignedInt(in.getShort());
            int element = Short.toUnsignedInt(in.getShort());
            long length = Integer.toUnsignedLong(in.getInt());
            if (group != 0 || length > in.remaining()) {
                throw invalid("A command set has another group or an element longer than itself");
            }
            byte[] value = new byte[(int) length];
            in.get(value);
            command.elements.put(element, value);
        }
        if (command.commandField() < 0) {
            throw invalid("A command set has no command field");
        }
        int messageId = command.isResponse() || command.commandField() == CommandField.C_CANCEL_RQ
                ? MESSAGE_ID_BEING_RESPONDED_TO
                : MESSAGE_ID;
        if (!command.isValid(messageId)) {
            throw invalid("A command set has no message ID");
        }
        return command;
    }

    private static ProtocolViolation invalid(String message) {
        return new ProtocolViolation(AbortReason.INVALID_PDU_PARAMETER, message);
    }
}
