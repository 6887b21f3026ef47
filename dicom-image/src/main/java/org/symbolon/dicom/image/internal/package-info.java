/**
 * Where frames lie in pixel data (PS3.5 A.4), what their samples are, and the look-up tables on the way to a picture
 * (PS3.3 C.11). Start with {@link org.symbolon.dicom.image.internal.PixelData} and
 * {@link org.symbolon.dicom.image.internal.FrameDecoder}.
 */
@NullMarked
package org.symbolon.dicom.image.internal;

import org.jspecify.annotations.NullMarked;
