package org.symbolon.dicom.net;

/**
 * An object to be sent with C-STORE.
 *
 * @param sopClassUid (0008,0016) of the data set
 * @param sopInstanceUid (0008,0018) of the data set
 * @param transferSyntax UID of the syntax in which the source writes
 * @param recoding how the data set can be had in another syntax, should the peer not take this one
 */
public record OutgoingObject(
        String sopClassUid, String sopInstanceUid, String transferSyntax, DataSetSource source, Recoding recoding) {
    /** An object that is sent in its own transfer syntax or not at all. */
    public OutgoingObject(String sopClassUid, String sopInstanceUid, String transferSyntax, DataSetSource source) {
        this(sopClassUid, sopInstanceUid, transferSyntax, source, Recoding.NONE);
    }
}
