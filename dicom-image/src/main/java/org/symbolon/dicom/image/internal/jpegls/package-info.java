/**
 * JPEG-LS (ISO/IEC 14495-1, ITU-T T.87): decoder of lossless and near-lossless streams, encoder. Start with
 * {@link org.symbolon.dicom.image.internal.jpegls.JpegLsCodestream}, which reads the markers, then
 * {@link org.symbolon.dicom.image.internal.jpegls.ContextModel}, which decoder and encoder share.
 */
@NullMarked
package org.symbolon.dicom.image.internal.jpegls;

import org.jspecify.annotations.NullMarked;
