/**
 * The sample's own small DICOM writer. It shares nothing with {@code dicom-core} but tables, since files written by the code
 * under test would share its mistakes; and it writes forms that a good writer would not choose: mixed sequence lengths,
 * group lengths, odd preambles. {@link org.symbolon.testkit.internal.dicom.DicomData} holds an object,
 * {@link org.symbolon.testkit.internal.dicom.Packaging} says how it is written, {@link
 * org.symbolon.testkit.internal.dicom.FileEncoder} writes it (PS3.5, PS3.10).
 */
@NullMarked
package org.symbolon.testkit.internal.dicom;

import org.jspecify.annotations.NullMarked;
