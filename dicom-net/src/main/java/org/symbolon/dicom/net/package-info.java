/**
 * DICOM over a network: associations (PS3.8) and the DIMSE services (PS3.7): C-ECHO, C-STORE, C-FIND, C-GET,
 * C-MOVE and the N-services of Storage Commitment and MPPS (PS3.4), on both sides. The calls block; Netty moves the bytes. Read {@link
 * org.symbolon.dicom.net.AssociationRequester} for the sending side and {@link org.symbolon.dicom.net.DicomServer} with
 * {@link org.symbolon.dicom.net.AssociationHandler} for the receiving side. Pixel data is never held in memory as a whole:
 * data sets leave through {@link org.symbolon.dicom.net.DataSetSource} and arrive as streams.
 */
@NullMarked
package org.symbolon.dicom.net;

import org.jspecify.annotations.NullMarked;
