/** Lossless encoders of frames, by transfer syntax: {@link org.symbolon.dicom.image.internal.encode.FrameEncoder}. */
@NullMarked
package org.symbolon.dicom.image.internal.encode;

import org.jspecify.annotations.NullMarked;
