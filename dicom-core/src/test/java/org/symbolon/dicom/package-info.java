/** Tests of the DICOM layer. {@link org.symbolon.dicom.Bytes} writes data sets by hand, right or wrong. */
@NullMarked
package org.symbolon.dicom;

import org.jspecify.annotations.NullMarked;
