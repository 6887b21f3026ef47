package org.symbolon.dicom.net;

import org.symbolon.dicom.net.internal.StatusMeanings;

/**
 * DIMSE status codes, Status (0000,0900) (PS3.7 annex C; PS3.4 tables B.2-1, C.4-1 to C.4-3, J.3-2). A status is an
 * unsigned short; {@link StatusCategory#of} tells what kind it is, {@link #meaning} its words in the standard.
 */
public final class Status {
    public static final int SUCCESS = 0x0000;
    public static final int REQUESTED_OPTIONAL_ATTRIBUTES_NOT_SUPPORTED = 0x0001;
    public static final int ATTRIBUTE_LIST_ERROR = 0x0107;
    public static final int PROCESSING_FAILURE = 0x0110;
    public static final int DUPLICATE_SOP_INSTANCE = 0x0111;
    public static final int NO_SUCH_SOP_INSTANCE = 0x0112;
    public static final int NO_SUCH_EVENT_TYPE = 0x0113;
    public static final int INVALID_ARGUMENT_VALUE = 0x0115;
    public static final int ATTRIBUTE_VALUE_OUT_OF_RANGE = 0x0116;
    public static final int INVALID_SOP_INSTANCE = 0x0117;
    public static final int NO_SUCH_SOP_CLASS = 0x0118;
    public static final int CLASS_INSTANCE_CONFLICT = 0x0119;
    public static final int MISSING_ATTRIBUTE = 0x0120;
    public static final int SOP_CLASS_NOT_SUPPORTED = 0x0122;
    public static final int NO_SUCH_ACTION = 0x0123;
    public static final int NOT_AUTHORISED = 0x0124;
    public static final int UNRECOGNISED_OPERATION = 0x0211;
    public static final int MISTYPED_ARGUMENT = 0x0212;
    public static final int RESOURCE_LIMITATION = 0x0213;
    public static final int OUT_OF_RESOURCES = 0xA700;
    public static final int UNABLE_TO_COUNT_MATCHES = 0xA701;
    public static final int UNABLE_TO_PERFORM_SUB_OPERATIONS = 0xA702;
    public static final int MOVE_DESTINATION_UNKNOWN = 0xA801;
    public static final int DATA_SET_DOES_NOT_MATCH = 0xA900;
    public static final int SUB_OPERATIONS_INCOMPLETE = 0xB000;
    public static final int CANNOT_UNDERSTAND = 0xC000;
    public static final int CANCEL = 0xFE00;
    public static final int PENDING = 0xFF00;
    /** Pending, but one or more optional keys are not supported for existence or matching (PS3.4 table C.4-1). */
    public static final int PENDING_WITHOUT_OPTIONAL_KEYS = 0xFF01;

    private Status() {}

    /** Whether the operation was done, with or without a warning (PS3.7 annex C.1 and C.3). */
    public static boolean isDone(int status) {
        return status == SUCCESS || isWarning(status);
    }

    /** Whether the operation was done with a warning. */
    public static boolean isWarning(int status) {
        return StatusCategory.of(status) == StatusCategory.WARNING;
    }

    /** Whether more responses to the same request follow. */
    public static boolean isPending(int status) {
        return StatusCategory.of(status) == StatusCategory.PENDING;
    }

    /** Four hexadecimal digits and the words of the standard, such as {@code A801 Refused: move destination unknown}. */
    public static String meaning(int status) {
        return String.format("%04X %s", status & 0xFFFF, StatusMeanings.of(status & 0xFFFF));
    }
}
