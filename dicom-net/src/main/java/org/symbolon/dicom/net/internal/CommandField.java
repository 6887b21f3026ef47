package org.symbolon.dicom.net.internal;

/** Command Field (0000,0100) of PS3.7 annex E.1. */
final class CommandField {
    static final int C_STORE_RQ = 0x0001;
    static final int C_GET_RQ = 0x0010;
    static final int C_FIND_RQ = 0x0020;
    static final int C_MOVE_RQ = 0x0021;
    static final int C_ECHO_RQ = 0x0030;
    static final int N_EVENT_REPORT_RQ = 0x0100;
    static final int N_GET_RQ = 0x0110;
    static final int N_SET_RQ = 0x0120;
    static final int N_ACTION_RQ = 0x0130;
    static final int N_CREATE_RQ = 0x0140;
    static final int N_DELETE_RQ = 0x0150;
    static final int C_CANCEL_RQ = 0x0FFF;
    static final int N_EVENT_REPORT_RSP = 0x8100;
    /** Set in every response. */
    static final int RESPONSE = 0x8000;

    private CommandField() {}
}
