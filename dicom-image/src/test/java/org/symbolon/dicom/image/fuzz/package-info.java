/** Fuzz targets of this module; see {@code org.symbolon.dicom.fuzz} in the tests of dicom-core. */
@NullMarked
package org.symbolon.dicom.image.fuzz;

import org.jspecify.annotations.NullMarked;
