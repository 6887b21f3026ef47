/** The fuzz target of the JPEG 2000 decoder and the replay of what it found. */
@NullMarked
package org.symbolon.dicom.image.internal.jpeg2000.fuzz;

import org.jspecify.annotations.NullMarked;
