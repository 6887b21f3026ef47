/**
 * How associations work inside. From the wire inwards: {@link org.symbolon.dicom.net.internal.PduDecoder} takes the byte
 * stream apart (PS3.8 9.3), {@link org.symbolon.dicom.net.internal.AssociationChannel} hands PDUs over a bounded queue from
 * the event loop to the one thread that owns the association, {@link org.symbolon.dicom.net.internal.Association} makes DIMSE
 * messages of them (PS3.7), and {@link org.symbolon.dicom.net.internal.ServerAssociation} serves them.
 */
@NullMarked
package org.symbolon.dicom.net.internal;

import org.jspecify.annotations.NullMarked;
