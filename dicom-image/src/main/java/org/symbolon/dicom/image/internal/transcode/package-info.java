/**
 * Files in another transfer syntax: {@link org.symbolon.dicom.image.internal.transcode.Recoding} goes frame by frame,
 * {@link org.symbolon.dicom.image.internal.transcode.DataSetParts} is all that is not pixels, kept byte for byte where the
 * encoding stays.
 */
@NullMarked
package org.symbolon.dicom.image.internal.transcode;

import org.jspecify.annotations.NullMarked;
