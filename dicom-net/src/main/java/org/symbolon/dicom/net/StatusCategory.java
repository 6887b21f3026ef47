package org.symbolon.dicom.net;

/** What a status says in general (PS3.7 annex C). */
public enum StatusCategory {
    /** Done (0000). */
    SUCCESS,
    /** Done, but not quite as asked (0001, 0107, 0116, Bxxx). */
    WARNING,
    /** Not done: every code that is none of the others. */
    FAILURE,
    /** Ended because it was asked to (FE00). */
    CANCEL,
    /** Goes on; more responses follow (FF00, FF01). */
    PENDING;

    /** Of a Status (0000,0900). */
    public static StatusCategory of(int status) {
        if (status == Status.SUCCESS) {
            return SUCCESS;
        }
        if (status == Status.CANCEL) {
            return CANCEL;
        }
        if (status == Status.PENDING || status == Status.PENDING_WITHOUT_OPTIONAL_KEYS) {
            return PENDING;
        }
        boolean general = status == Status.REQUESTED_OPTIONAL_ATTRIBUTES_NOT_SUPPORTED
                || status == Status.ATTRIBUTE_LIST_ERROR
                || status == Status.ATTRIBUTE_VALUE_OUT_OF_RANGE;
        return general || (status & 0xF000) == 0xB000 ? WARNING : FAILURE;
    }
}
