/**
 * A data set from one encoding into another (PS3.5 annex A), token by token and twice: {@link
 * org.symbolon.dicom.internal.transcribe.Lengths} works out how long everything becomes, {@link
 * org.symbolon.dicom.internal.transcribe.Writing} writes it.
 */
@NullMarked
package org.symbolon.dicom.internal.transcribe;

import org.jspecify.annotations.NullMarked;
