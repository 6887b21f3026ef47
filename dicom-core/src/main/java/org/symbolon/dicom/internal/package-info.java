/**
 * What the public classes of {@code org.symbolon.dicom} are made of: the tables generated from the standard, buffered
 * byte sources, the guesses that tolerant reading needs, and character sets. Not for use by other modules.
 */
@NullMarked
package org.symbolon.dicom.internal;

import org.jspecify.annotations.NullMarked;
