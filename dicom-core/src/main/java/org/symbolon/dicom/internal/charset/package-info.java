/**
 * Specific Character Set (PS3.3 C.12.1.1.2, PS3.5 6.1). {@code Terms} reads the defined terms, {@code Repertoire} is what a
 * list of them means: one Java charset, or {@code CodeExtension}, which switches between {@code CodeElement}s.
 */
@NullMarked
package org.symbolon.dicom.internal.charset;

import org.jspecify.annotations.NullMarked;
