/** Codecs tested on made-up frames. */
@NullMarked
package org.symbolon.dicom.image.internal.jpegls;

import org.jspecify.annotations.NullMarked;
