/**
 * Frames of DICOM images: found in their data set without decoding, decoded to samples, and rendered to pictures. Read in
 * that order: {@link org.symbolon.dicom.image.ImageBytes}, {@link org.symbolon.dicom.image.FrameReader},
 * {@link org.symbolon.dicom.image.PixelFrame}, {@link org.symbolon.dicom.image.Rendering}. Follows PS3.3 C.7.6.3, C.11.1
 * and C.11.2, PS3.5 section 8 and annexes A and G.
 */
@NullMarked
package org.symbolon.dicom.image;

import org.jspecify.annotations.NullMarked;
