/**
 * JPEG (ITU-T T.81) as far as the JDK's own reader does not go: 12 bit samples of the sequential and progressive DCT
 * processes, and the lossless process, which is also encoded. Start with
 * {@link org.symbolon.dicom.image.internal.jpeg.JpegCodestream}, which reads the markers.
 */
@NullMarked
package org.symbolon.dicom.image.internal.jpeg;

import org.jspecify.annotations.NullMarked;
