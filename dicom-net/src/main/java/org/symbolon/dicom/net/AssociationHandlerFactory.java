package org.symbolon.dicom.net;

/** Decides who may associate with a {@link DicomServer}. Called by several association threads at the same time. */
@FunctionalInterface
public interface AssociationHandlerFactory {
    /**
     * A handler for one association; it is closed when the association ends.
     *
     * @throws AssociationRejection to turn the peer away
     */
    AssociationHandler open(AssociationPeer peer) throws AssociationRejection;
}
