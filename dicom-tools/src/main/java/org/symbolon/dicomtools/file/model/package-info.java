/** Data sets as DICOM JSON (PS3.18 F) and Native XML (PS3.19 A), and back into files. */
@NullMarked
package org.symbolon.dicomtools.file.model;

import org.jspecify.annotations.NullMarked;
