package org.symbolon.dicom.net;

/** DIMSE status codes, Status (0000,0900) (PS3.7 annex C; PS3.4 tables B.2-1, C.4-3, J.3-2). */
public final class Status {
    public static final int SUCCESS = 0x0000;
    public static final int PROCESSING_FAILURE = 0x0110;
    public static final int NO_SUCH_SOP_INSTANCE = 0x0112;
    public static final int INVALID_ARGUMENT_VALUE = 0x0115;
    public static final int MISSING_ATTRIBUTE = 0x0120;
    public static final int SOP_CLASS_NOT_SUPPORTED = 0x0122;
    public static final int NO_SUCH_ACTION = 0x0123;
    public static final int NOT_AUTHORISED = 0x0124;
    public static final int UNRECOGNISED_OPERATION = 0x0211;
    public static final int RESOURCE_LIMITATION = 0x0213;
    public static final int OUT_OF_RESOURCES = 0xA700;
    public static final int UNABLE_TO_PERFORM_SUB_OPERATIONS = 0xA702;
    public static final int DATA_SET_DOES_NOT_MATCH = 0xA900;
    public static final int SUB_OPERATIONS_INCOMPLETE = 0xB000;
    public static final int CANNOT_UNDERSTAND = 0xC000;
    public static final int CANCEL = 0xFE00;
    public static final int PENDING = 0xFF00;

    private Status() {}

    /** Whether the operation was done, with or without a warning (PS3.7 annex C.1 and C.3). */
    public static boolean isDone(int status) {
        return status == SUCCESS || isWarning(status);
    }

    /** Whether the operation was done with a warning. */
    public static boolean isWarning(int status) {
        return status == 0x0001 || status == 0x0107 || status == 0x0116 || (status & 0xF000) == 0xB000;
    }

    /** Whether more responses to the same request follow. */
    public static boolean isPending(int status) {
        return status == PENDING || status == 0xFF01;
    }
}
