package org.symbolon.dicom.net;

/**
 * The answer to a C-STORE (PS3.7 9.1.1).
 *
 * @param status see {@link Status}
 * @param errorComment (0000,0902), at most 64 characters go over the wire; without values of a patient; may be empty
 */
public record StoreResponse(int status, String errorComment) {
    private static final StoreResponse SUCCESS = new StoreResponse(Status.SUCCESS, "");

    public static StoreResponse success() {
        return SUCCESS;
    }

    /** Whether the peer has taken responsibility for the object, with or without a warning. */
    public boolean isStored() {
        return Status.isDone(status);
    }
}
