/** Frames of made-up images and of every sample file, compared with DCMTK where it is installed. */
@NullMarked
package org.symbolon.dicom.image;

import org.jspecify.annotations.NullMarked;
