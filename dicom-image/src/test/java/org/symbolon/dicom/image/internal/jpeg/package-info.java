/** Codecs tested on made-up frames. */
@NullMarked
package org.symbolon.dicom.image.internal.jpeg;

import org.jspecify.annotations.NullMarked;
