/**
 * Blanking of rectangles: {@link org.symbolon.dicom.image.internal.blank.Spans} are the pixels, {@link
 * org.symbolon.dicom.image.internal.blank.Black} is what comes in their place, {@link
 * org.symbolon.dicom.image.internal.blank.NativePatches} changes bytes where they stand, {@link
 * org.symbolon.dicom.image.internal.blank.Recompression} decodes and encodes.
 */
@NullMarked
package org.symbolon.dicom.image.internal.blank;

import org.jspecify.annotations.NullMarked;
