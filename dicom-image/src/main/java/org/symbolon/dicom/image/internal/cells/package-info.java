/**
 * Pixel cells (PS3.5 8.1.1): what stands in native pixel data and what codecs take apart and put together.
 * {@link org.symbolon.dicom.image.internal.cells.FrameCells} are the cells of a frame, pixel by pixel.
 */
@NullMarked
package org.symbolon.dicom.image.internal.cells;

import org.jspecify.annotations.NullMarked;
