/** Hostile frames and files: fuzz targets, and what they found, replayed. */
@NullMarked
package org.symbolon.dicom.image.fuzz;

import org.jspecify.annotations.NullMarked;
