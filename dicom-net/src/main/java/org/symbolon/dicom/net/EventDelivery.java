package org.symbolon.dicom.net;

/** On which association the N-EVENT-REPORT of a storage commitment goes to who asked for it (PS3.4 J.3.3). */
public enum EventDelivery {
    /** On the one that brought the N-ACTION, right behind its response. */
    SAME_ASSOCIATION,
    /**
     * On a new one that this side asks for, in the SCP's role, at the address that {@link AssociationHandler#destinations} has
     * for the calling AE title. The report is made and sent on a thread of its own.
     */
    NEW_ASSOCIATION
}
