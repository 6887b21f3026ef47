/**
 * {@code symbolon dicom}: the DICOM toolkit on the command line. {@link DicomCommand} leads to {@code file} (what works on
 * files) and {@code network} (what talks to peers).
 */
@NullMarked
package org.symbolon.dicomtools;

import org.jspecify.annotations.NullMarked;
