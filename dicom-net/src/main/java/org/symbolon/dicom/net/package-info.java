/**
 * DICOM over a network: associations (PS3.8) and the DIMSE services Verification, Storage, C-GET and Storage Commitment
 * (PS3.4, PS3.7), on both sides. The calls block; Netty moves the bytes. Read {@link
 * org.symbolon.dicom.net.AssociationRequester} for the sending side and {@link org.symbolon.dicom.net.DicomServer} with
 * {@link org.symbolon.dicom.net.AssociationHandler} for the receiving side. Pixel data is never held in memory as a whole:
 * data sets leave through {@link org.symbolon.dicom.net.DataSetSource} and arrive as streams.
 */
@NullMarked
package org.symbolon.dicom.net;

import org.jspecify.annotations.NullMarked;
