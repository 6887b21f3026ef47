/** The record tree of a DICOMDIR (PS3.3 F.3) and the files it refers to (PS3.10 8.2). */
@NullMarked
package org.symbolon.dicom.internal.directory;

import org.jspecify.annotations.NullMarked;
