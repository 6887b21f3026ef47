/** Tests of the JPEG 2000 decoder, on codestreams of {@code src/test/resources/jpeg2000}. */
@NullMarked
package org.symbolon.dicom.image.internal.jpeg2000;

import org.jspecify.annotations.NullMarked;
