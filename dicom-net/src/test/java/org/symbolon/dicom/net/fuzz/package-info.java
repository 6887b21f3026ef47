/** Fuzz targets of the network: bytes from a peer, on either side of an association. */
@NullMarked
package org.symbolon.dicom.net.fuzz;

import org.jspecify.annotations.NullMarked;
